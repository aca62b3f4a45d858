package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.vm.Host;
import dev.capy.core.vm.InMemoryHypervisor;
import dev.capy.core.vm.MachineFault;
import dev.capy.core.vm.MachineFaults;
import dev.capy.core.vm.MachineTrouble;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.time.Duration;
import java.util.List;

/** The operations tagged {@code machines}: what goes wrong with hosts and virtual machines. */
final class MachineControl {

    JsonNode list(ControlCall call) {
        return call.world().read(view -> wire(view, hypervisor(call)));
    }

    JsonNode add(ControlCall call) {
        MachineFault fault = fault(call.body());
        return call.world().write(tx -> {
            hypervisor(call).faults().add(tx, fault);
            return wire(tx, hypervisor(call));
        });
    }

    JsonNode remove(ControlCall call) {
        return call.world().write(tx -> {
            MachineFaults faults = hypervisor(call).faults();
            String name = KnownName.require(
                    "machine fault", call.path("name"), faults.all(tx).stream().map(MachineFault::name));
            faults.remove(tx, name);
            return wire(tx, hypervisor(call));
        });
    }

    JsonNode removeAll(ControlCall call) {
        return call.world().write(tx -> {
            List<MachineFault> faults = hypervisor(call).faults().all(tx);
            faults.forEach(fault -> hypervisor(call).faults().remove(tx, fault.name()));
            return wire(tx, hypervisor(call));
        });
    }

    JsonNode crash(ControlCall call) {
        String host = call.path("host");
        Duration after = call.body().has("after") ? IsoDuration.read(call.body(), "after") : Duration.ZERO;
        if (after.isNegative()) {
            throw Refusals.ofBody("$.after", "must not be negative, was " + after);
        }
        return call.world().write(tx -> {
            List<String> hosts =
                    hypervisor(call).hosts(tx).stream().map(Host::id).toList();
            if (!hosts.contains(host)) {
                throw new NotFound("There is no host " + host + ", only " + String.join(", ", hosts));
            }
            if (after.isZero()) {
                hypervisor(call).crash(tx, host);
            } else {
                hypervisor(call).crashAfter(tx, host, after);
            }
            return Wire.object().put("host", host).put("at", Wire.time(tx.now().plus(after)));
        });
    }

    private static InMemoryHypervisor hypervisor(ControlCall call) {
        return call.world().hypervisor();
    }

    private static MachineFault fault(JsonNode body) {
        return MachineFault.of(body.get("name").textValue(), trouble(body.get("then")))
                .on(body.path("purpose").asText(""))
                .nth(body.path("nth").asInt(0));
    }

    private static MachineTrouble trouble(JsonNode then) {
        if (then.has("failStep")) {
            JsonNode failed = then.get("failStep");
            return new MachineTrouble.FailedStep(
                    failed.get("step").textValue(), failed.path("error").asText("A fault rule fails this step"));
        } else if (then.has("slowBoot")) {
            JsonNode slow = then.get("slowBoot");
            return new MachineTrouble.SlowBoot(
                    slow.path("factor").asInt(1), duration(slow.path("longer"), "$.then.slowBoot.longer"));
        }
        return new MachineTrouble.DiskFull(duration(then.path("diskFull").path("after"), "$.then.diskFull.after"));
    }

    private static Duration duration(JsonNode text, String path) {
        Duration duration = text.isTextual() ? IsoDuration.read(text.textValue(), path) : Duration.ZERO;
        if (duration.isNegative()) {
            throw Refusals.ofBody(path, "must not be negative, was " + duration);
        }
        return duration;
    }

    private static JsonNode wire(View view, InMemoryHypervisor hypervisor) {
        ObjectNode wire = Wire.object();
        wire.set("faults", Wire.array(hypervisor.faults().all(view).stream(), MachineControl::wire));
        return wire;
    }

    private static ObjectNode wire(MachineFault fault) {
        ObjectNode wire = Wire.object()
                .put("name", fault.name())
                .put("purpose", fault.purpose())
                .put("nth", fault.nth() == 0 ? null : Integer.valueOf(fault.nth()))
                .put("then", fault.trouble().toString())
                .put("matched", fault.matched());
        wire.set("vmIds", Wire.texts(fault.vmIds()));
        return wire;
    }
}
