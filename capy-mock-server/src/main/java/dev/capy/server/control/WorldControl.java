package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.DistantWorld;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldKeeper;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The operations tagged {@code worlds}. */
final class WorldControl {

    private final WorldOptions usual;
    private final long mostRecords;

    /**
     * @param usual how worlds are served that say nothing else
     * @param mostRecords how many records a new one may hold
     */
    WorldControl(WorldOptions usual, long mostRecords) {
        this.usual = usual;
        this.mostRecords = mostRecords;
    }

    JsonNode list(ControlCall call) {
        ObjectNode wire = Wire.object();
        ArrayNode worlds = wire.putArray("worlds");
        call.worlds().all().stream().map(WorldControl::summary).forEach(worlds::add);
        call.worlds().keeper().elsewhere().stream()
                .filter(world -> !call.worlds().has(world.id()))
                .map(WorldControl::summary)
                .forEach(worlds::add);
        return wire;
    }

    JsonNode open(ControlCall call) {
        WorldKeeper keeper = call.worlds().keeper();
        String id = Worlds.newId();
        return keptOrForgotten(keeper, id, () -> {
            NewWorld made = NewWorld.read(
                    call.body(),
                    usual,
                    StateControl.seal(call),
                    mostRecords,
                    (seed, start, clock, settings) -> keeper.store(id, seed, start, clock, settings));
            ObjectNode wire = world(call, call.worlds().open(id, made.world(), made.options()));
            return wire.set("missing", Wire.texts(made.missing()));
        });
    }

    private static JsonNode keptOrForgotten(WorldKeeper keeper, String id, Supplier<JsonNode> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            forget(keeper, id, e);
            throw e;
        }
    }

    private static void forget(WorldKeeper keeper, String id, RuntimeException reason) {
        try {
            keeper.forget(id);
        } catch (Unavailable e) {
            reason.addSuppressed(e); // it will be forgotten by whoever starts next
        }
    }

    JsonNode get(ControlCall call) {
        return world(call, call.worlds().get(call.path("id")));
    }

    JsonNode fork(ControlCall call) {
        HostedWorld hosted = call.worlds().get(call.path("id"));
        WorldKeeper keeper = call.worlds().keeper();
        String id = Worlds.newId();
        return keptOrForgotten(keeper, id, () -> {
            Store store = keeper.store(id, 0, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT);
            return world(call, call.worlds().open(id, hosted.world().fork(store), mortal(hosted.options())));
        });
    }

    /** Whatever is opened here lives no longer than usual, though what it is a copy of may. */
    private WorldOptions mortal(WorldOptions options) {
        return options.timeToLive() == null ? options.timeToLive(usual.timeToLive()) : options;
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
        CapyWorld world = hosted.world();
        return summary(
                hosted.id(),
                world.seed(),
                hosted.options(),
                world.clock().mode(),
                world.clock().now());
    }

    private static ObjectNode summary(DistantWorld world) {
        return summary(world.id(), world.seed(), world.options(), world.clock(), world.now());
    }

    private static ObjectNode summary(String id, long seed, WorldOptions options, ClockMode clock, Instant now) {
        Duration timeToLive = options.timeToLive();
        return Wire.object()
                .put("id", id)
                .put("seed", seed)
                .put("edition", options.edition())
                .put("clock", ClockWord.of(clock))
                .put("now", Wire.time(now))
                .put("timeToLive", timeToLive == null ? null : timeToLive.toString());
    }
}
