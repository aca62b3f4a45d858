package dev.capy.server.capx;

import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.Tasks;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.server.contract.Query;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;
import java.time.Instant;
import java.util.Optional;

/** The operations tagged {@code tasks}. */
final class TasksApi {

    CapxAnswer list(CapxCall call, View view) {
        Company company = CompaniesApi.visible(view, call);
        CapxPage page = CapxPage.of(call, "tasks of " + company.id());
        return page.answer(
                tasks(call)
                        .ofCompany(view, company.id())
                        .newestFirst(page.from())
                        .filter(task -> isWanted(task, call.query())),
                task -> tasks(call).position(view, task),
                new TaskJson(call.world().capx(), view)::wire);
    }

    private static boolean isWanted(Task task, Query query) {
        Optional<Instant> since = CapxWire.instant(query.text("since"));
        return query.text("status").map(task.status().word()::equals).orElse(true)
                && query.text("agent_id").map(task.agentId()::equals).orElse(true)
                && query.text("priority")
                        .map(task.said().priority().word()::equals)
                        .orElse(true)
                && since.map(task.times().created()::isAfter).orElse(true);
    }

    CapxAnswer create(CapxCall call, Tx tx) {
        Company company = CompaniesApi.visible(tx, call);
        return answer(tx, call, tasks(call).create(tx, company, TaskBody.create(call.body())));
    }

    CapxAnswer get(CapxCall call, View view) {
        return answer(view, call, visible(view, call));
    }

    CapxAnswer update(CapxCall call, Tx tx) {
        Company company = CompaniesApi.visible(tx, call);
        Task updated = tasks(call)
                .update(
                        tx,
                        company,
                        visible(tx, call),
                        said -> TaskBody.update(call.body(), said),
                        Wire.text(call.body(), "agent_id"));
        return answer(tx, call, updated);
    }

    CapxAnswer approve(CapxCall call, Tx tx) {
        Task task = visible(tx, call);
        tasks(call).decisions().approve(tx, ApprovalsApi.ofTask(call, tx, task), Wire.text(call.body(), "note"));
        return answer(tx, call, tasks(call).get(tx, task.id()));
    }

    CapxAnswer reject(CapxCall call, Tx tx) {
        Task task = visible(tx, call);
        tasks(call).decisions().reject(tx, ApprovalsApi.ofTask(call, tx, task), Wire.text(call.body(), "feedback"));
        return answer(tx, call, tasks(call).get(tx, task.id()));
    }

    private static Task visible(View view, CapxCall call) {
        return tasks(call).visible(view, CompaniesApi.visible(view, call), call.path("task_id"));
    }

    private static Tasks tasks(CapxCall call) {
        return call.world().capx().tasks();
    }

    private static CapxAnswer answer(View view, CapxCall call, Task task) {
        return CapxAnswer.of(new TaskJson(call.world().capx(), view).wire(task));
    }
}
