package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.http.ControlCall;
import dev.capy.server.http.ControlHandler;
import java.util.Map;

/** What answers each operation of the control plane, by its id: one line an operation. */
public final class ControlOperations {

    private ControlOperations() {}

    public static Map<String, ControlHandler> handlers(RealtimeDriver driver) {
        ClockControl clock = new ClockControl(driver);
        return Map.of(
                "getHealth", ControlOperations::health,
                "getClock", clock::get,
                "advanceClock", clock::advance,
                "advanceClockTo", clock::advanceTo,
                "runUntilIdle", clock::runUntilIdle,
                "runUntil", clock::runUntil);
    }

    private static JsonNode health(ControlCall call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "ok")
                .put("worlds", call.worlds().all().size());
    }
}
