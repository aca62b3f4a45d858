package dev.capy.core.capx.activity;

import dev.capy.core.kernel.Event;

/** An agent has logged a line. */
public record LogWritten(String agentId, long number) implements Event {}
