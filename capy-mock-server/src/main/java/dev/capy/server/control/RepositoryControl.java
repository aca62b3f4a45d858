package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.source.Repository;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;

/** The operations on repositories themselves, tagged {@code repositories}. */
final class RepositoryControl {

    JsonNode list(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> Wire.object()
                .set(
                        "repositories",
                        Wire.array(world.sources().repositories(view).oldestFirst(), SourceJson::of)));
    }

    JsonNode branches(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Repository repository = new Targets(world, view).repository(call);
            return Wire.object()
                    .set(
                            "branches",
                            Wire.array(
                                    world.sources()
                                            .branches(view, repository.fullName())
                                            .oldestFirst(),
                                    SourceJson::of));
        });
    }

    JsonNode commits(ControlCall call) {
        CapyWorld world = call.world();
        return world.read(view -> {
            Repository repository = new Targets(world, view).repository(call);
            String branch = call.query().text("branch").orElse(repository.defaultBranch());
            ObjectNode wire = Wire.object().put("branch", branch);
            wire.set(
                    "commits",
                    Wire.array(
                            world.sources()
                                    .log(view, repository.fullName(), branch)
                                    .limit(call.query().integer("limit")),
                            SourceJson::of));
            return wire;
        });
    }
}
