package dev.capy.core.catalog;

import dev.capy.core.kernel.Event;

/**
 * A model was asked.
 *
 * @param jamId the run it was for: a thread's Captain goes by the thread's id, a Build agent by its jam's
 * @param model the model's id
 * @param input tokens that it read
 * @param output tokens that it wrote
 */
public record TokensUsed(String jamId, String model, long input, long output) implements Event {

    private static final int CONTEXT = 4000;
    private static final int CHARACTERS_A_TOKEN = 4;
    private static final int LEAST_OUTPUT = 400;
    private static final int MORE_OUTPUT = 800;

    /**
     * What a turn takes; the figures are made up and of a plausible size.
     *
     * @param fraction what is left to chance, from 0 to 1
     */
    public static TokensUsed turn(String jamId, Effort effort, String prompt, double fraction) {
        long input = CONTEXT + prompt.length() / CHARACTERS_A_TOKEN;
        long output = Math.round((LEAST_OUTPUT + MORE_OUTPUT * fraction) * effort.depth());
        return new TokensUsed(jamId, effort.model(), input, output);
    }
}
