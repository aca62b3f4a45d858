package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.server.contract.Query;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A well-formed request to the control plane.
 *
 * @param worlds all worlds of the server
 * @param origin scheme, host and port that the server was called by
 * @param path the path parameters by name
 * @param query the query's values and defaults
 * @param body the body; an empty object where there is none
 * @param stateKey what seals secrets in dumps; null for nothing
 */
public record ControlCall(
        Worlds worlds,
        String origin,
        Map<String, String> path,
        Query query,
        JsonNode body,
        @Nullable String stateKey) {

    /**
     * The world that it is for.
     *
     * @throws dev.capy.core.kernel.error.NotFound when there is none of that id
     */
    public HostedWorld hosted() {
        return worlds.get(query.requiredText("world"));
    }

    /** The same, in Java. */
    public CapyWorld world() {
        return hosted().world();
    }

    /** A path parameter that the operation declares. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }
}
