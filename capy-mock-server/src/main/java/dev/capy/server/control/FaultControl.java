package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.fault.Fault;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.fault.FaultUse;
import dev.capy.server.fault.Faults;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code faults}. */
final class FaultControl {

    private final FaultInjection injection;

    FaultControl(FaultInjection injection) {
        this.injection = injection;
    }

    JsonNode list(ControlCall call) {
        return wire(faults(call));
    }

    JsonNode add(ControlCall call) {
        Faults faults = faults(call);
        faults.add(FaultJson.read(call.body(), call.hosted().operations()));
        return wire(faults);
    }

    JsonNode remove(ControlCall call) {
        Faults faults = faults(call);
        faults.remove(KnownName.require(
                "fault",
                call.path("name"),
                faults.all().stream().map(use -> use.fault().name())));
        return wire(faults);
    }

    JsonNode removeAll(ControlCall call) {
        Faults faults = faults(call);
        faults.clear();
        return wire(faults);
    }

    private Faults faults(ControlCall call) {
        return injection.of(call.hosted());
    }

    private static JsonNode wire(Faults faults) {
        ObjectNode wire = Wire.object();
        wire.set("faults", Wire.array(faults.all().stream(), FaultControl::wire));
        wire.set("unused", Wire.texts(faults.unused().stream().map(Fault::name).toList()));
        return wire;
    }

    private static ObjectNode wire(FaultUse use) {
        Fault fault = use.fault();
        return Wire.object()
                .put("name", fault.name())
                .put("when", fault.when().toString())
                .put("on", fault.on().toString())
                .put("at", FaultJson.word(fault.at()))
                .put("then", fault.effect().toString())
                .put("times", fault.most() == Integer.MAX_VALUE ? null : Integer.valueOf(fault.most()))
                .put("matched", use.matched())
                .put("used", use.used());
    }
}
