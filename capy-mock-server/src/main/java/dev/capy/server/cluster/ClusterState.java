package dev.capy.server.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who serves what.
 *
 * @param node the id of the node that says so
 * @param store what keeps the worlds: {@code memory}, {@code h2} or {@code postgresql}
 * @param lease how long a world stays its node's when that does not renew its lease; null where there is only one node
 * @param nodes all nodes, in the order in which they joined
 * @param worlds all worlds, in the order in which they were made
 */
public record ClusterState(
        String node, String store, @Nullable Duration lease, List<Node> nodes, List<World> worlds) {

    /**
     * A server.
     *
     * @param id its id
     * @param address where it can be reached
     * @param startedAt when it joined; null where nobody keeps that
     * @param leaseUntil until when its worlds are its own unless it renews its lease; null where there is only one
     * @param alive whether they still are
     */
    public record Node(
            String id,
            String address,
            @Nullable Instant startedAt,
            @Nullable Instant leaseUntil,
            boolean alive) {}

    /**
     * A world.
     *
     * @param id its id
     * @param node the id of the node that owns it; null for none
     * @param fence how often it has changed hands: commits with an earlier number are refused; null where none are
     */
    public record World(
            String id, @Nullable String node, @Nullable Long fence) {}
}
