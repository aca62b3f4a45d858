package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.account.User;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.View;
import dev.capy.core.project.NewVariable;
import dev.capy.core.project.PersonalVariable;
import dev.capy.core.project.Project;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;
import java.util.ArrayList;
import java.util.List;

/** The operations tagged {@code environment-variables}: no answer has a value. */
final class EnvironmentVariablesApi {

    JsonNode list(Call call) {
        return call.world().read(view -> {
            Project project = PathProject.of(view, call);
            return all(view, call, project, actor(view, call));
        });
    }

    JsonNode upsert(Call call) {
        List<NewVariable> wanted = wanted(call.body());
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            User actor = actor(tx, call);
            call.world().personalVariables().set(tx, call.caller(), actor, project.id(), wanted);
            return all(tx, call, project, actor);
        });
    }

    private static List<NewVariable> wanted(JsonNode body) {
        List<NewVariable> wanted = new ArrayList<>();
        body.get("variables")
                .forEach(variable -> wanted.add(new NewVariable(
                        variable.get("name").textValue(),
                        Secret.of(variable.get("value").textValue()))));
        return wanted;
    }

    JsonNode delete(Call call) {
        String name = call.path("name");
        return call.world().write(tx -> {
            Project project = PathProject.of(tx, call);
            call.world().personalVariables().delete(tx, call.caller(), actor(tx, call), project.id(), name);
            return Wire.object().put("deleted", true).put("name", name);
        });
    }

    private static User actor(View view, Call call) {
        String impersonated = call.query().text("impersonateUserEmail").orElse(null);
        return call.world().accounts().actor(view, call.caller(), impersonated);
    }

    private static JsonNode all(View view, Call call, Project project, User actor) {
        ObjectNode answer = Wire.object();
        answer.set(
                "items",
                Wire.array(
                        call.world().personalVariables().of(view, project.id(), actor.id()),
                        EnvironmentVariablesApi::wire));
        return answer;
    }

    private static ObjectNode wire(PersonalVariable variable) {
        return Wire.object()
                .put("name", variable.name())
                .put("configured", true)
                .put("updatedAt", Wire.time(variable.updatedAt()))
                .put("lastUpdatedByUserId", variable.updatedBy());
    }
}
