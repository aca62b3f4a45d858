package dev.capy.core.script;

import dev.capy.core.files.Content;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a Build agent does. Texts may name {@code {{title}}}, {@code {{prompt}}} and {@code {{identifier}}}. Paths
 * are relative to the checkout of the task's first repository; one that starts with a slash is a path on the machine.
 */
public sealed interface BuildStep {

    /** The tool that the agent uses for it, as hooks name it; empty for what needs none. */
    default Optional<String> tool() {
        return Optional.empty();
    }

    /**
     * Takes a turn.
     *
     * @param duration how long exactly; null for as long as a turn takes
     */
    record Think(@Nullable Duration duration) implements BuildStep {
        public Think {
            Durations.requireNotNegative(duration);
        }
    }

    /** Runs a shell command in the first repository's checkout, or in {@code /home} where there is none. */
    record Run(String command) implements BuildStep {
        public Run {
            Objects.requireNonNull(command, "command");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.BASH_RUN);
        }
    }

    /**
     * Runs a command of the project's Setup.
     *
     * @param name what the Setup calls it
     * @param repository the full name of the repository whose command it is; null when only one has it
     */
    record RunCommand(String name, @Nullable String repository) implements BuildStep {
        public RunCommand {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.BASH_RUN);
        }
    }

    /** Reads a file. */
    record Read(String file) implements BuildStep {
        public Read {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.READ);
        }
    }

    /**
     * Changes a text file that is there.
     *
     * @param file which one; null for the one that is likeliest to be there, the first repository's README
     * @param change what becomes of it
     */
    record Edit(@Nullable String file, Change change) implements BuildStep {
        public Edit {
            Objects.requireNonNull(change, "change");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.EDIT);
        }
    }

    /** Writes a file that must not be there yet. */
    record Create(String file, Content content, boolean executable) implements BuildStep {
        public Create {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(content, "content");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.WRITE);
        }
    }

    /** Writes a text file, new or not; one that is there keeps its mode. */
    record Write(String file, String text) implements BuildStep {
        public Write {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.WRITE);
        }
    }

    /** Deletes a file, or a directory with all that is in it. */
    record Delete(String file) implements BuildStep {
        public Delete {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.BASH_RUN);
        }
    }

    /** Gives a file, or a directory, another path, where nothing must be. */
    record Rename(String from, String to) implements BuildStep {
        public Rename {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.BASH_RUN);
        }
    }

    /** Commits whatever has changed to the task's branch; nothing happens when nothing has. */
    record Commit(String message) implements BuildStep {
        public Commit {
            Objects.requireNonNull(message, "message");
        }

        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.BASH_RUN);
        }
    }

    /**
     * Opens a pull request for the task's branch.
     *
     * @param title null for the task's own
     * @param draft whether it asks for no review yet
     */
    record OpenPullRequest(@Nullable String title, boolean draft) implements BuildStep {
        @Override
        public Optional<String> tool() {
            return Optional.of(Tool.CREATE_PR);
        }
    }

    /** Reports what was done. */
    record Say(String text) implements BuildStep {
        public Say {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Spends tokens beyond those of its turns. */
    record Spend(long inputTokens, long outputTokens) implements BuildStep {
        public Spend {
            Tokens.requireNotNegative(inputTokens, outputTokens);
        }
    }

    /** Gives up: the task ends in {@code error}. */
    record Fail(String message) implements BuildStep {
        public Fail {
            Objects.requireNonNull(message, "message");
        }
    }

    /** Loses the machine it works on. */
    record CrashVm() implements BuildStep {}

    /** What becomes of a text file. */
    sealed interface Change {

        /** The first place where it says {@code find} says {@code replacement} instead. */
        record Replace(String find, String replacement) implements Change {
            public Replace {
                Objects.requireNonNull(replacement, "replacement");
                if (find.isEmpty()) {
                    throw new IllegalArgumentException("find must not be empty");
                }
            }
        }

        /** It goes on with {@code text} after its end. */
        record Append(String text) implements Change {
            public Append {
                Objects.requireNonNull(text, "text");
            }
        }

        /** It says {@code text} and nothing else. */
        record Rewrite(String text) implements Change {
            public Rewrite {
                Objects.requireNonNull(text, "text");
            }
        }
    }
}
