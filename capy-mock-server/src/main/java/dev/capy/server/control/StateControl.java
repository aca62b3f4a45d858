package dev.capy.server.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.dump.Difference;
import dev.capy.core.dump.DumpDiff;
import dev.capy.core.dump.DumpDiff.RecordDiff;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.codec.CanonicalJson;
import dev.capy.core.kernel.codec.Seal;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The operations tagged {@code state}. */
final class StateControl {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealtimeDriver driver;

    StateControl(RealtimeDriver driver) {
        this.driver = driver;
    }

    JsonNode get(ControlCall call) {
        driver.catchUp(call.world().clock());
        return json(call.world().dump(seal(call)).json());
    }

    JsonNode put(ControlCall call) {
        CapyWorld world = call.world();
        WorldDump dump = dump(call.body());
        requireSameTokens(world, call.body());
        Seal seal = seal(call);
        atNewTime(call.hosted(), () -> world.restore(dump, seal));
        return restored(world, dump.missing());
    }

    JsonNode reset(ControlCall call) {
        CapyWorld world = call.world();
        atNewTime(call.hosted(), world::reset);
        return restored(world, List.of());
    }

    JsonNode diff(ControlCall call) {
        JsonNode after = call.body().get("after");
        WorldDump later = after == null ? call.world().dump(seal(call)) : dump(after);
        return wire(dump(call.body().get("before")).diff(later));
    }

    /** A world that follows real time follows it from where it stands afterwards. */
    private void atNewTime(HostedWorld hosted, Runnable change) {
        CapyClock clock = hosted.world().clock();
        double speed = driver.speed(clock).orElse(hosted.options().speed());
        driver.leave(clock);
        try {
            change.run();
        } finally {
            if (clock.mode() == ClockMode.REALTIME) {
                driver.follow(clock, speed);
            }
        }
    }

    /** Who calls is known by the tokens that the server gave the world when it opened it. */
    private static void requireSameTokens(CapyWorld world, JsonNode document) {
        List<String> known = world.read(
                view -> StreamSupport.stream(world.accounts().tokens(view).spliterator(), false)
                        .map(token -> token.name() + " of " + token.userId())
                        .toList());
        List<String> given = Wire.elements(document.path("tables").path("api_tokens"), "rows")
                .map(row -> row.path("record"))
                .map(token -> token.path("name").asText() + " of "
                        + token.path("userId").asText())
                .toList();
        if (!known.equals(given)) {
            throw new Conflict("The document has the API tokens " + given + ", and the world has " + known
                    + ": open a world with it instead, which gets tokens of its own");
        }
    }

    private static ObjectNode restored(CapyWorld world, List<String> missing) {
        ObjectNode wire =
                Wire.object().put("now", Wire.time(world.clock().now())).put("digest", world.digest());
        wire.set("missing", Wire.texts(missing));
        return wire;
    }

    private static ObjectNode wire(DumpDiff diff) {
        ObjectNode wire = Wire.object();
        wire.set("world", Wire.array(diff.world().stream(), StateControl::wire));
        wire.set("records", Wire.array(diff.records().stream(), StateControl::wire));
        return wire;
    }

    private static ObjectNode wire(RecordDiff diff) {
        ObjectNode wire = Wire.object()
                .put("table", diff.table())
                .put("id", diff.id())
                .put("kind", diff.kind().name().toLowerCase(Locale.ROOT));
        wire.set("differences", Wire.array(diff.differences().stream(), StateControl::wire));
        return wire;
    }

    private static ObjectNode wire(Difference difference) {
        ObjectNode wire = Wire.object().put("pointer", difference.pointer());
        wire.set("before", plain(difference.before()));
        wire.set("after", plain(difference.after()));
        return wire;
    }

    private static JsonNode plain(@Nullable Object plain) {
        return json(CanonicalJson.text(plain));
    }

    /** What opens and closes the secrets of states in a request. */
    static Seal seal(ControlCall call) {
        String key = call.stateKey();
        return key == null || key.isEmpty() ? Seal.LEFT_OUT : StateKey.of(key);
    }

    private static WorldDump dump(JsonNode document) {
        return WorldDump.parse(document.toString());
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON is none", e);
        }
    }
}
