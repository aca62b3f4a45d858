package dev.capy.core.source;

import dev.capy.core.kernel.Event;

public record CheckReported(String repoFullName, String commit) implements Event {}
