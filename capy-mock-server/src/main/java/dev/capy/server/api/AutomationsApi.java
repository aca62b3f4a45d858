package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.account.User;
import dev.capy.core.automation.Automation;
import dev.capy.core.automation.AutomationConfig;
import dev.capy.core.automation.Automations;
import dev.capy.core.automation.RunResult;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;
import java.util.OptionalLong;

/** The operations tagged {@code automations}. */
final class AutomationsApi {

    JsonNode list(Call call) {
        Automations automations = call.world().automations();
        AutomationFilter filter = AutomationFilter.of(call.query());
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            User actor = actor(view, call);
            Page page = Page.of(call, filter.describe(project, actor));
            return page.answer(
                    automations
                            .newestFirst(view, actor, project.id(), page.from())
                            .filter(filter::matches),
                    automation -> automations.position(view, automation),
                    AutomationJson::automation);
        });
    }

    JsonNode create(Call call) {
        JsonNode body = call.body();
        AutomationConfig start = AutomationConfig.of(
                body.get("name").textValue(), body.get("prompt").textValue());
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            AutomationConfig config = AutomationBody.change(body).apply(start);
            return AutomationJson.automation(
                    call.world().automations().create(tx, actor(tx, call), project.id(), config));
        });
    }

    JsonNode get(Call call) {
        return call.world().read(view -> AutomationJson.automation(visible(view, call)));
    }

    JsonNode update(Call call) {
        JsonNode revision = call.body().path("expectedConfigRevision");
        OptionalLong expected = revision.isNumber() ? OptionalLong.of(revision.longValue()) : OptionalLong.empty();
        return call.world().write(tx -> {
            Automation before = visible(tx, call);
            Automation after = call.world()
                    .automations()
                    .update(tx, actor(tx, call), before, expected, AutomationBody.change(call.body()));
            return AutomationJson.automation(after);
        });
    }

    JsonNode delete(Call call) {
        return call.world().write(tx -> {
            Automation automation = visible(tx, call);
            call.world().automations().delete(tx, automation);
            return Wire.object().put("deleted", true).put("id", automation.id());
        });
    }

    JsonNode trigger(Call call) {
        return call.world().write(tx -> {
            RunResult result = call.world().automations().runNow(tx, visible(tx, call));
            return Wire.object()
                    .put("runId", result.runId())
                    .put("jamId", result.jamId())
                    .put("status", result.status().word());
        });
    }

    private static Automation visible(View view, Call call) {
        return call.world()
                .automations()
                .visible(view, actor(view, call), PathProject.of(view, call).id(), call.path("automationId"));
    }

    private static User actor(View view, Call call) {
        return call.world()
                .accounts()
                .actor(
                        view,
                        call.caller(),
                        call.query().text("impersonateUserEmail").orElse(null));
    }
}
