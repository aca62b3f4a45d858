package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.catalog.Model;
import dev.capy.server.http.Call;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code models}. */
final class ModelsApi {

    JsonNode list(Call call) {
        ObjectNode answer = Wire.object();
        answer.set(
                "models",
                Wire.array(
                        EditionRules.listedModels(call.hosted()).stream()
                                .flatMap(id -> call.world().models().find(id).stream()),
                        ModelsApi::wire));
        return answer;
    }

    private static ObjectNode wire(Model model) {
        return Wire.object()
                .put("id", model.id())
                .put("name", model.name())
                .put("provider", model.provider())
                .put("captainEligible", model.captainEligible());
    }
}
