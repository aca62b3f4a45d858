package dev.capy.core.catalog;

import dev.capy.core.kernel.Event;
import java.time.Duration;

/**
 * A virtual machine was on a host for a run.
 *
 * @param jamId the run it was for: a thread's Captain goes by the thread's id, a Build agent by its jam's
 * @param size the machine's size, in the API's word
 * @param time for how long
 */
public record MachineUsed(String jamId, String size, Duration time) implements Event {}
