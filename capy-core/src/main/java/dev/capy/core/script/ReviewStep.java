package dev.capy.core.script;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a Review agent does with a pull request. Texts may name {@code {{title}}}, {@code {{files}}},
 * {@code {{additions}}} and {@code {{deletions}}}.
 */
public sealed interface ReviewStep {

    /**
     * Takes a turn.
     *
     * @param duration how long exactly; null for as long as a turn takes
     */
    record Think(@Nullable Duration duration) implements ReviewStep {
        public Think {
            Durations.requireNotNegative(duration);
        }
    }

    /** Says what the pull request does; the last summary counts. */
    record Summarize(String text) implements ReviewStep {
        public Summarize {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Finds something in a file that the pull request changes. Fails on another file, or beyond its last line.
     *
     * @param type what kind of thing
     * @param severity how bad it is
     * @param file the file's path in the repository
     * @param line from 1
     * @param message what is to be said of it
     */
    record Finding(FindingType type, Severity severity, String file, int line, String message) implements ReviewStep {
        public Finding {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(message, "message");
            if (line < 1) {
                throw new IllegalArgumentException("line must be 1 or more, was " + line);
            }
        }
    }

    /** Spends tokens beyond those of its turns. */
    record Spend(long inputTokens, long outputTokens) implements ReviewStep {
        public Spend {
            Tokens.requireNotNegative(inputTokens, outputTokens);
        }
    }

    /** Gives up: the review ends as failed. */
    record Fail(String message) implements ReviewStep {
        public Fail {
            Objects.requireNonNull(message, "message");
        }
    }
}
