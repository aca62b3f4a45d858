package dev.capy.core.vm;

import dev.capy.core.kernel.Event;

/**
 * A virtual machine that had to wait found a host and boots. One that did not have to wait is placed silently.
 *
 * @param vmId which one
 */
public record VmPlaced(String vmId) implements Event {}
