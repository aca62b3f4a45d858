package dev.capy.core.capx.task;

import dev.capy.core.kernel.Event;

/** A task of a company has come to an end. */
public record CompanyTaskEnded(String taskId) implements Event {}
