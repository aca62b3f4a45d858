package dev.capy.server.capx;

import dev.capy.core.capx.Capx;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.task.Task;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;
import java.util.Comparator;
import java.util.stream.Stream;

/** The operations tagged {@code approvals}. */
final class ApprovalsApi {

    CapxAnswer list(CapxCall call, View view) {
        Capx capx = call.world().capx();
        CapxPage page = CapxPage.of(call, "approvals");
        String status = call.query().text("status").orElse(null);
        Comparator<Approval> order =
                Comparator.comparingLong(approval -> capx.approvals().position(view, approval));
        Stream<Approval> wanted = CompaniesApi.wanted(call, view)
                .flatMap(company ->
                        capx.approvals().ofCompany(view, company.id()).newestFirst(page.from()))
                .filter(approval -> status == null || approval.status().word().equals(status))
                .sorted(order.reversed());
        return page.answer(
                wanted, approval -> capx.approvals().position(view, approval), new ApprovalJson(capx, view)::wire);
    }

    CapxAnswer approve(CapxCall call, Tx tx) {
        Approval approval = visible(tx, call);
        call.world().capx().tasks().decisions().approve(tx, approval, Wire.text(call.body(), "note"));
        return answer(tx, call, approval);
    }

    CapxAnswer reject(CapxCall call, Tx tx) {
        Approval approval = visible(tx, call);
        call.world().capx().tasks().decisions().reject(tx, approval, Wire.text(call.body(), "feedback"));
        return answer(tx, call, approval);
    }

    /** The approval that a path names by its own id or by that of its task. */
    private static Approval visible(View view, CapxCall call) {
        String id = call.path("id");
        Capx capx = call.world().capx();
        return capx.companies()
                .visible(view, call.key(), Long.MAX_VALUE)
                .flatMap(company ->
                        capx.approvals().ofCompany(view, company.id()).newestFirst())
                .filter(approval ->
                        approval.id().equals(id) || approval.taskId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("There is no approval " + id));
    }

    /** The last approval that a task waited for. */
    static Approval ofTask(CapxCall call, View view, Task task) {
        return call.world()
                .capx()
                .approvals()
                .ofCompany(view, task.companyId())
                .newestFirst()
                .filter(approval -> approval.taskId().equals(task.id()))
                .findFirst()
                .orElseThrow(
                        () -> new Conflict("The task is " + task.status().word() + " and does not wait for approval"));
    }

    private static CapxAnswer answer(View view, CapxCall call, Approval approval) {
        Capx capx = call.world().capx();
        return CapxAnswer.of(new ApprovalJson(capx, view).wire(capx.approvals().get(view, approval.id())));
    }
}
