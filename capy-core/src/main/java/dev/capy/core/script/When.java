package dev.capy.core.script;

import dev.capy.core.kernel.BoundedRegex;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a script is for: those that fit all that is said.
 *
 * @param projectId the project's id; null for any
 * @param prompt what the prompt says; null for anything
 * @param tag one of the tags; null for any or none
 * @param origin where the request came from; null for anywhere
 * @param nth which of the requests that fit all else, from 1; 0 for every one
 */
public record When(
        @Nullable String projectId,
        @Nullable Prompt prompt,
        @Nullable String tag,
        @Nullable Origin origin,
        int nth) {

    /** Every request. */
    public static final When ALWAYS = new When(null, null, null, null, 0);

    /** What a prompt says. */
    public sealed interface Prompt {

        boolean fits(String prompt);

        /** It has this text in it. */
        record Containing(String text) implements Prompt {
            public Containing {
                Objects.requireNonNull(text, "text");
            }

            @Override
            public boolean fits(String prompt) {
                return prompt.contains(text);
            }
        }

        /** It is this text. */
        record Exactly(String text) implements Prompt {
            public Exactly {
                Objects.requireNonNull(text, "text");
            }

            @Override
            public boolean fits(String prompt) {
                return prompt.equals(text);
            }
        }

        /** A regular expression of Java is found in it. */
        record Matching(String regex) implements Prompt {
            public Matching {
                BoundedRegex.complaint(regex).ifPresent(complaint -> {
                    throw new IllegalArgumentException("regex " + complaint + ", was " + regex);
                });
            }

            @Override
            public boolean fits(String prompt) {
                return BoundedRegex.find(regex, prompt);
            }
        }
    }

    public When {
        if (nth < 0) {
            throw new IllegalArgumentException("nth must be 1 or more, or 0 for every request, was " + nth);
        }
    }

    /** Requests whose prompt has this text in it. */
    public static When prompt(String text) {
        return ALWAYS.withPrompt(new Prompt.Containing(text));
    }

    /** Requests in whose prompt this regular expression is found. */
    public static When promptMatching(String regex) {
        return ALWAYS.withPrompt(new Prompt.Matching(regex));
    }

    /** Requests of a project. */
    public static When project(String projectId) {
        return ALWAYS.inProject(projectId);
    }

    public When withPrompt(Prompt other) {
        return new When(projectId, other, tag, origin, nth);
    }

    public When inProject(String other) {
        return new When(other, prompt, tag, origin, nth);
    }

    public When tagged(String other) {
        return new When(projectId, prompt, other, origin, nth);
    }

    public When from(Origin other) {
        return new When(projectId, prompt, tag, other, nth);
    }

    /** Only the nth of these requests, from 1. */
    public When nth(int other) {
        return new When(projectId, prompt, tag, origin, other);
    }

    /** Whether a request fits, its number aside. */
    boolean fits(AgentRequest request) {
        return (projectId == null || projectId.equals(request.projectId()))
                && (prompt == null || prompt.fits(request.prompt()))
                && (tag == null || request.tags().contains(tag))
                && (origin == null || origin == request.origin());
    }

    /** Whether the request of this number is meant, of those that fit. */
    boolean isNumber(int number) {
        return nth == 0 || nth == number;
    }
}
