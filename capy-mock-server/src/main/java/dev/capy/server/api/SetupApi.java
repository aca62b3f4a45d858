package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.setup.ProjectSetup;
import dev.capy.server.http.Call;

/** The operations tagged {@code setup}. */
final class SetupApi {

    JsonNode get(Call call) {
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            return answer(view, call, project, call.world().setups().get(view, project));
        });
    }

    JsonNode update(Call call) {
        boolean replace = call.query().flag("replaceLegacyHooks").orElse(false);
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            ProjectSetup saved = call.world().setups().update(tx, project, SetupBody.change(call.body()), replace);
            return answer(tx, call, project, saved);
        });
    }

    private static ObjectNode answer(View view, Call call, Project project, ProjectSetup setup) {
        ObjectNode answer = SetupJson.of(setup);
        answer.set(
                "legacyWarmPool",
                SetupJson.legacyWarmPool(call.world().warmPools().find(view, project.id())));
        return answer;
    }
}
