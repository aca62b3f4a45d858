package dev.capy.core.vm;

import dev.capy.core.kernel.Event;

/**
 * A virtual machine can run commands: after its boot, or after it was resumed.
 *
 * @param vmId which one
 */
public record VmRunning(String vmId) implements Event {}
