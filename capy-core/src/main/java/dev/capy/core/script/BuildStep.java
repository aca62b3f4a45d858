package dev.capy.core.script;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that a Build agent does. Texts may name {@code {{title}}}, {@code {{prompt}}} and {@code {{identifier}}}. */
public sealed interface BuildStep {

    /**
     * Takes a turn.
     *
     * @param duration how long exactly; null for as long as a turn takes
     */
    record Think(@Nullable Duration duration) implements BuildStep {}

    /** Runs a shell command in the first repository's checkout, or in {@code /home} where there is none. */
    record Run(String command) implements BuildStep {
        public Run {
            Objects.requireNonNull(command, "command");
        }
    }

    /**
     * Adds text at the end of a tracked text file.
     *
     * @param path the file in the first repository; null for the one that is likeliest to be there, its README
     * @param text what is added
     */
    record Append(@Nullable String path, String text) implements BuildStep {
        public Append {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Writes a file of the first repository, new or not. */
    record Write(String path, String text) implements BuildStep {
        public Write {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(text, "text");
        }
    }

    /** Commits whatever has changed to the task's branch. */
    record Commit(String message) implements BuildStep {
        public Commit {
            Objects.requireNonNull(message, "message");
        }
    }

    /** Reports what was done. */
    record Say(String text) implements BuildStep {
        public Say {
            Objects.requireNonNull(text, "text");
        }
    }
}
