package dev.capy.core.capx.activity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who did something: an agent, or the system for whoever calls the API.
 *
 * @param agentId the agent's id; null for the system
 * @param role the agent's role; null for the system
 */
public record Actor(@Nullable String agentId, @Nullable String role) {

    /** Whoever is no agent. */
    public static final Actor SYSTEM = new Actor(null, null);

    public static Actor agent(String agentId, String role) {
        return new Actor(Objects.requireNonNull(agentId), Objects.requireNonNull(role));
    }

    /** The API's word for what it is. */
    public String type() {
        return agentId == null ? "system" : "agent";
    }
}
