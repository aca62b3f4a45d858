package dev.capy.core.capx.approval;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Actor;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.settings.CapxLatencies;
import dev.capy.core.capx.value.ShortIds;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What waits for a decision, or did. Thread-safe; the state is the transaction's. */
public final class Approvals {

    private static final Table<Approval> APPROVALS = Table.of("capx_approvals", Approval.class, Approval::id);
    private static final Index<Approval, String> BY_COMPANY = APPROVALS.index(Approval::companyId);
    private static final Index<Approval, String> BY_TASK = APPROVALS.index(Approval::taskId);

    private final Companies companies;
    private final CapxLatencies latencies;

    public Approvals(Registry registry, Companies companies, CapxLatencies latencies) {
        this.companies = companies;
        this.latencies = latencies;
        registry.tables(APPROVALS);
    }

    /** Asks for a decision. */
    public Approval request(Tx tx, String companyId, String taskId, Actor actor, Approval.Request request) {
        String id = ShortIds.fresh(tx, "apr_", APPROVALS);
        long entry = tx.scheduleInBackground(latencies.approval(), new ApprovalExpires(id));
        Approval approval = tx.insert(
                APPROVALS,
                new Approval(
                        id,
                        companyId,
                        taskId,
                        request,
                        ApprovalStatus.PENDING,
                        null,
                        tx.now(),
                        tx.now().plus(latencies.approval()),
                        null,
                        entry));
        tell(tx, approval, actor, "requested", "Approval requested: " + request.context());
        return approval;
    }

    /**
     * Keeps a decision; what follows from it is up to whoever asked.
     *
     * @throws Conflict when it is decided already
     */
    public Approval resolve(Tx tx, Approval approval, ApprovalStatus how, @Nullable String note) {
        if (!approval.isPending()) {
            throw new Conflict(
                    "The approval " + approval.id() + " is " + approval.status().word() + " already");
        }
        tx.cancel(approval.entry());
        Approval resolved = tx.update(APPROVALS, approval.resolved(how, note, tx.now()));
        String sentence = "Approval " + how.word() + ": " + approval.request().context();
        tell(tx, resolved, Actor.SYSTEM, "resolved", note == null ? sentence : sentence + " (" + note + ")");
        return resolved;
    }

    private void tell(Tx tx, Approval approval, Actor actor, String action, String sentence) {
        Happening what = Happening.of(ActivityType.GOVERNANCE, approval.resource(), action, sentence);
        companies.ledger().record(tx, approval.companyId(), what.by(actor));
    }

    public Approval get(View view, String id) {
        return view.get(APPROVALS, id);
    }

    public Optional<Approval> find(View view, String id) {
        return view.find(APPROVALS, id);
    }

    /** The decision that a task waits for; empty when it waits for none. */
    public Optional<Approval> pending(View view, String taskId) {
        return view.where(BY_TASK, taskId)
                .newestFirst()
                .filter(Approval::isPending)
                .findFirst();
    }

    /** What was asked for in a company. */
    public Rows<Approval> ofCompany(View view, String companyId) {
        return view.where(BY_COMPANY, companyId);
    }

    /** Its place in the order of approvals, by which lists go on. */
    public long position(View view, Approval approval) {
        return view.sequence(APPROVALS, approval.id());
    }
}
