package dev.capy.core.capx.company;

import dev.capy.core.kernel.Event;

/** An agent may do something from now on. */
public record AgentReady(String agentId) implements Event {}
