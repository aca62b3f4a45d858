package dev.capy.core.capx.company;

import dev.capy.core.kernel.Event;

/** An agent has left its company for good, or the company is no more. */
public record AgentGone(String agentId, String companyId) implements Event {}
