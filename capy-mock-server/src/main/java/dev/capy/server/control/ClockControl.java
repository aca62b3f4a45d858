package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Entry;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The operations tagged {@code clock}. */
final class ClockControl {

    private static final int SHOWN = 1000;
    private static final int HOLDERS = 20;
    private static final Duration DEFAULT_LIMIT = Duration.ofDays(1);

    /** Later times do not fit the API's format, and much later ones no format at all. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final RealtimeDriver driver;

    ClockControl(RealtimeDriver driver) {
        this.driver = driver;
    }

    JsonNode get(ControlCall call) {
        CapyClock clock = clock(call);
        driver.catchUp(clock);
        return wire(clock);
    }

    JsonNode set(ControlCall call) {
        CapyClock clock = clock(call);
        ClockMode mode =
                call.body().has("mode") ? ClockWord.mode(call.body().get("mode").textValue()) : clock.mode();
        if (mode != ClockMode.REALTIME && call.body().has("speed")) {
            throw Refusals.ofBody("$.speed", "goes with the mode realtime alone, which is " + ClockWord.of(mode));
        }
        HostedWorld hosted = call.hosted();
        double usual = driver.speed(clock).orElse(hosted.options().speed());
        double speed = call.body().has("speed") ? ClockWord.speed(call.body()) : usual;
        call.worlds().keeper().clock(hosted, mode, speed);
        if (mode == ClockMode.REALTIME) {
            followRealTime(call, speed);
        } else {
            driver.catchUp(clock);
            driver.leave(clock);
            clock.mode(mode);
        }
        return wire(clock);
    }

    private void followRealTime(ControlCall call, double speed) {
        CapyClock clock = clock(call);
        driver.follow(clock, speed);
        if (!call.worlds().has(call.hosted())) {
            // closed meanwhile, so nobody else would end it
            driver.leave(clock);
        }
    }

    JsonNode advance(ControlCall call) {
        CapyClock clock = clock(call);
        clock.advance(span(clock, call.body(), "by"));
        return wire(clock);
    }

    JsonNode advanceTo(ControlCall call) {
        CapyClock clock = clock(call);
        Instant to = Instant.parse(call.body().get("to").textValue());
        requireReachable("to", !to.isAfter(LAST));
        clock.advanceTo(to);
        return wire(clock);
    }

    JsonNode runUntilIdle(ControlCall call) {
        CapyClock clock = clock(call);
        clock.runUntilIdle(limit(clock, call.body(), CapyClock.IDLE_LIMIT));
        return wire(clock);
    }

    JsonNode runUntil(ControlCall call) {
        CapyClock clock = clock(call);
        Duration limit = limit(clock, call.body(), DEFAULT_LIMIT);
        Goal goal = Goal.read(call.world(), call.body());
        boolean reached = clock.runUntil(goal::isReached, limit);
        return Wire.object().put("reached", reached).setAll(wire(clock));
    }

    private static Duration limit(CapyClock clock, JsonNode body, Duration otherwise) {
        return body.has("limit") ? span(clock, body, "limit") : otherwise;
    }

    /** How much time a body lets pass. */
    private static Duration span(CapyClock clock, JsonNode body, String name) {
        Duration span = IsoDuration.read(body, name);
        requireReachable(name, span.compareTo(Duration.between(clock.now(), LAST)) <= 0);
        return span;
    }

    private static void requireReachable(String name, boolean reachable) {
        if (!reachable) {
            throw Refusals.ofBody("$." + name, "must not lead beyond " + Wire.time(LAST));
        }
    }

    private static CapyClock clock(ControlCall call) {
        return call.world().clock();
    }

    private ObjectNode wire(CapyClock clock) {
        List<Entry> pending = clock.pending();
        ObjectNode wire = Wire.object().put("now", Wire.time(clock.now())).put("mode", ClockWord.of(clock.mode()));
        driver.speed(clock).ifPresentOrElse(speed -> wire.put("speed", speed), () -> wire.putNull("speed"));
        wire.put("idle", clock.isIdle()).put("pendingCount", pending.size());
        ArrayNode holders = wire.putArray("heldBy");
        clock.heldBy().stream().limit(HOLDERS).map(Entry::name).forEach(holders::add);
        ArrayNode entries = wire.putArray("pending");
        pending.stream()
                .limit(SHOWN)
                .forEach(entry -> entries.addObject()
                        .put("name", entry.name())
                        .put("due", Wire.time(entry.due()))
                        .put("foreground", entry.foreground()));
        return wire;
    }
}
