package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.cluster.ClusterState;
import dev.capy.server.http.ControlCall;
import dev.capy.server.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operation tagged {@code cluster}. */
final class ClusterControl {

    private final Supplier<ClusterState> cluster;

    /** @param cluster who serves what, whenever it is asked */
    ClusterControl(Supplier<ClusterState> cluster) {
        this.cluster = cluster;
    }

    JsonNode get(ControlCall call) {
        ClusterState state = cluster.get();
        Duration lease = state.lease();
        ObjectNode wire = Wire.object()
                .put("node", state.node())
                .put("store", state.store())
                .put("lease", lease == null ? null : lease.toString());
        wire.set("nodes", Wire.array(state.nodes().stream(), node -> node(state, node)));
        wire.set("worlds", Wire.array(state.worlds().stream(), ClusterControl::world));
        return wire;
    }

    private static JsonNode node(ClusterState state, ClusterState.Node node) {
        return Wire.object()
                .put("id", node.id())
                .put("address", node.address())
                .put("self", node.id().equals(state.node()))
                .put("alive", node.alive())
                .put("startedAt", time(node.startedAt()))
                .put("leaseUntil", time(node.leaseUntil()));
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : Wire.time(time);
    }

    private static JsonNode world(ClusterState.World world) {
        return Wire.object().put("id", world.id()).put("node", world.node()).put("fence", world.fence());
    }
}
