package dev.capy.core.capx.task;

import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.approval.ApprovalExpires;
import dev.capy.core.capx.approval.ApprovalStatus;
import dev.capy.core.capx.approval.Approvals;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.Conflict;
import org.jspecify.annotations.Nullable;

/** What people decide of tasks that wait for it, and what follows. Thread-safe; the state is the transaction's. */
public final class Decisions {

    private final TaskRecords records;
    private final Approvals approvals;
    private final Worker worker;

    Decisions(Registry registry, TaskRecords records, Approvals approvals, Worker worker) {
        this.records = records;
        this.approvals = approvals;
        this.worker = worker;
        registry.on(ApprovalExpires.class, this::expired);
    }

    /**
     * Lets the task go on that waits for an approval.
     *
     * @param note what is said about it; null for nothing
     * @throws Conflict when it is decided already
     */
    public Task approve(Tx tx, Approval approval, @Nullable String note) {
        approvals.resolve(tx, approval, ApprovalStatus.APPROVED, note);
        Task task = records.get(tx, approval.taskId());
        Task next = task.isBegun()
                ? task.with(TaskStatus.IN_PROGRESS, task.work().approve())
                : task.with(TaskStatus.PENDING, task.work());
        Task updated = records.update(tx, next.with(task.times().updated(tx.now())));
        worker.offer(tx, task.agentId());
        return updated;
    }

    /**
     * Ends the task that waits for an approval.
     *
     * @param feedback why; null for nothing
     * @throws Conflict when it is decided already
     */
    public Task reject(Tx tx, Approval approval, @Nullable String feedback) {
        return reject(tx, approval, ApprovalStatus.REJECTED, feedback);
    }

    private void expired(Tx tx, ApprovalExpires end) {
        reject(tx, approvals.get(tx, end.approvalId()), ApprovalStatus.EXPIRED, "Nobody decided in time");
    }

    private Task reject(Tx tx, Approval approval, ApprovalStatus how, @Nullable String feedback) {
        approvals.resolve(tx, approval, how, feedback);
        Task task = records.get(tx, approval.taskId());
        worker.end(tx, task.with(task.outcome().feedback(feedback)), TaskStatus.REJECTED);
        return records.get(tx, task.id());
    }
}
