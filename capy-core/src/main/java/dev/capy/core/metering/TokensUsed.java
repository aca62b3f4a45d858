package dev.capy.core.metering;

import dev.capy.core.kernel.Event;

/**
 * A model was asked.
 *
 * @param jamId the run it was for: a thread's Captain goes by the thread's id, a Build agent by its jam's
 * @param model the model's id
 * @param input tokens that it read
 * @param output tokens that it wrote
 */
public record TokensUsed(String jamId, String model, long input, long output) implements Event {}
