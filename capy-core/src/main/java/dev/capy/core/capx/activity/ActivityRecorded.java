package dev.capy.core.capx.activity;

import dev.capy.core.kernel.Event;

/** Something happened in a company. */
public record ActivityRecorded(long number) implements Event {}
