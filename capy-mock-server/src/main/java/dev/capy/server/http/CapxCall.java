package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.capx.account.ApiKey;
import dev.capy.server.contract.Query;
import dev.capy.server.worlds.HostedWorld;
import java.util.Map;
import java.util.Objects;

/**
 * A request to Capx that is known to be well formed: its operation's document allows it, and the key has the scope.
 *
 * @param hosted the world that it is for
 * @param key who calls
 * @param path the path parameters by name
 * @param query the query's values and defaults
 * @param body the body; an empty object where there is none
 */
public record CapxCall(HostedWorld hosted, ApiKey key, Map<String, String> path, Query query, JsonNode body) {

    /** The world that it is for. */
    public CapyWorld world() {
        return hosted.world();
    }

    /** A path parameter that the operation declares. */
    public String path(String name) {
        return Objects.requireNonNull(path.get(name), name);
    }
}
