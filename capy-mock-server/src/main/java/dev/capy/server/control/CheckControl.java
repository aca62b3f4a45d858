package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.source.Conclusion;
import dev.capy.core.source.Repository;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The operations tagged {@code checks}: what machines say of commits. */
final class CheckControl {

    private static final ExactlyOne NAMES = ExactlyOne.of("pull", "commit", "branch");

    JsonNode list(ControlCall call) {
        CapyWorld world = call.world();
        NAMES.require(call.query());
        OptionalLong pull = call.query().optionalInteger("pull");
        Optional<String> branchOrCommit =
                call.query().text("commit").or(() -> call.query().text("branch"));
        return world.read(view -> {
            Targets targets = new Targets(world, view);
            Repository repository = targets.repository(call);
            String named = branchOrCommit.orElseGet(
                    () -> targets.pull(repository, pull.orElseThrow()).headRef());
            return checks(world, view, repository, named);
        });
    }

    static ObjectNode checks(CapyWorld world, View view, Repository repository, String branchOrCommit) {
        String commit = world.sources()
                .resolve(view, repository.fullName(), branchOrCommit)
                .id();
        ObjectNode wire = Wire.object()
                .put("commit", commit)
                .put(
                        "state",
                        world.checks()
                                .state(view, repository.fullName(), commit)
                                .name()
                                .toLowerCase(Locale.ROOT));
        wire.set("checks", Wire.array(world.checks().of(view, repository.fullName(), commit).stream(), SourceJson::of));
        return wire;
    }

    JsonNode report(ControlCall call) {
        CapyWorld world = call.world();
        JsonNode body = call.body();
        NAMES.require(body);
        Conclusion conclusion = body.has("conclusion")
                ? Conclusion.valueOf(body.get("conclusion").textValue().toUpperCase(Locale.ROOT))
                : null;
        return world.write(tx -> {
            Targets targets = new Targets(world, tx);
            Repository repository = targets.repository(call);
            String named = body.has("pull")
                    ? targets.pull(repository, body.get("pull").longValue()).headRef()
                    : body.path("commit").asText(body.path("branch").asText());
            return SourceJson.of(world.checks()
                    .report(tx, repository.fullName(), named, body.get("name").textValue(), conclusion));
        });
    }
}
