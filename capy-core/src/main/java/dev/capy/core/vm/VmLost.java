package dev.capy.core.vm;

import dev.capy.core.kernel.Event;

/**
 * A virtual machine failed; its disk and whatever ran on it are gone. Whoever owns it still has to destroy it.
 *
 * @param vmId which one
 * @param reason what happened, for a person
 */
public record VmLost(String vmId, String reason) implements Event {}
