package dev.capy.core.capx.company;

import dev.capy.core.kernel.Timer;

/**
 * It is time for an agent's heartbeat.
 *
 * @param agentId whose
 * @param woken whether somebody asked for it
 */
public record HeartbeatDue(String agentId, boolean woken) implements Timer {

    @Override
    public String describe() {
        return "heartbeat of agent " + agentId;
    }
}
