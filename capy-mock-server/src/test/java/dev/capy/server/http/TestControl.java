package dev.capy.server.http;

import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.cluster.Cluster;
import dev.capy.server.control.ControlOperations;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.journal.Journals;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The control plane of a server that has no worlds, whose streams and texts a test makes. */
final class TestControl {

    private TestControl() {}

    static ControlGateway with(StreamHandler streams) {
        Worlds worlds = new Worlds(1);
        return new ControlGateway(
                worlds,
                ControlOperations.handlers(
                        new RealtimeDriver(),
                        WorldOptions.DEFAULT,
                        1,
                        new Journals(),
                        new FaultInjection(),
                        () -> Cluster.alone(worlds, "node", "http://127.0.0.1", "memory")),
                Map.of("streamEvents", streams),
                Map.of("getMetrics", call -> new Text("text/plain", "")),
                new ControlGuard(Set.of(), Optional.empty()));
    }
}
