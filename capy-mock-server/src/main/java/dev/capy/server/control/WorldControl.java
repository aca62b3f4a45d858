package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;

/** The operations tagged {@code worlds}. */
final class WorldControl {

    private final WorldOptions usual;

    /** @param usual how worlds are served that say nothing else */
    WorldControl(WorldOptions usual) {
        this.usual = usual;
    }

    JsonNode list(ControlCall call) {
        ObjectNode wire = Wire.object();
        wire.set("worlds", Wire.array(call.worlds().all().stream(), WorldControl::summary));
        return wire;
    }

    JsonNode open(ControlCall call) {
        NewWorld made = NewWorld.read(call.body(), usual, StateControl.seal(call));
        ObjectNode wire = world(call, call.worlds().open(made.world(), made.options()));
        return wire.set("missing", Wire.texts(made.missing()));
    }

    JsonNode get(ControlCall call) {
        return world(call, call.worlds().get(call.path("id")));
    }

    JsonNode fork(ControlCall call) {
        HostedWorld hosted = call.worlds().get(call.path("id"));
        return world(call, call.worlds().open(hosted.world().fork(), hosted.options()));
    }

    JsonNode close(ControlCall call) {
        HostedWorld hosted = call.worlds().get(call.path("id"));
        if (hosted.id().equals(Worlds.DEFAULT)) {
            throw new Conflict("The default world is there as long as the server is");
        } else if (!call.worlds().close(hosted.id())) {
            throw new NotFound("There is no world " + hosted.id());
        }
        return summary(hosted);
    }

    private static ObjectNode world(ControlCall call, HostedWorld hosted) {
        ObjectNode wire =
                summary(hosted).put("baseUrl", call.origin() + "/api").put("capxBaseUrl", call.origin() + "/capx/v1");
        ObjectNode tokens = wire.putObject("tokens");
        hosted.tokens().forEach(tokens::put);
        return wire;
    }

    private static ObjectNode summary(HostedWorld hosted) {
        var timeToLive = hosted.options().timeToLive();
        return Wire.object()
                .put("id", hosted.id())
                .put("seed", hosted.world().seed())
                .put("edition", hosted.options().edition())
                .put("clock", ClockWord.of(hosted.world().clock().mode()))
                .put("now", Wire.time(hosted.world().clock().now()))
                .put("timeToLive", timeToLive == null ? null : timeToLive.toString());
    }
}
