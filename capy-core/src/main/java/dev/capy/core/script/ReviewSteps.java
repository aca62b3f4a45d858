package dev.capy.core.script;

import java.time.Duration;
import java.util.List;

/** What a Review agent does, step by step: each method adds one. Immutable and thread-safe. */
public record ReviewSteps(List<ReviewStep> steps) {

    /** Nothing yet. */
    public static final ReviewSteps NONE = new ReviewSteps(List.of());

    public ReviewSteps {
        steps = List.copyOf(steps);
    }

    /** Takes a turn, as long as one takes. */
    public ReviewSteps think() {
        return and(new ReviewStep.Think(null));
    }

    /** Takes a turn of exactly this length. */
    public ReviewSteps think(Duration duration) {
        return and(new ReviewStep.Think(duration));
    }

    /** See {@link ReviewStep.Summarize}. */
    public ReviewSteps summarize(String text) {
        return and(new ReviewStep.Summarize(text));
    }

    /** See {@link ReviewStep.Finding}. */
    public ReviewSteps finding(FindingType type, Severity severity, String file, int line, String message) {
        return and(new ReviewStep.Finding(type, severity, file, line, message));
    }

    /** See {@link ReviewStep.Spend}. */
    public ReviewSteps spend(long inputTokens, long outputTokens) {
        return and(new ReviewStep.Spend(inputTokens, outputTokens));
    }

    /** See {@link ReviewStep.Fail}. */
    public ReviewSteps fail(String message) {
        return and(new ReviewStep.Fail(message));
    }

    private ReviewSteps and(ReviewStep next) {
        return new ReviewSteps(Steps.and(steps, next));
    }
}
