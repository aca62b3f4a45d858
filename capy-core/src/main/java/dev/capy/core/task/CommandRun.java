package dev.capy.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command that ran for a Build agent, as the agent got to read it. Commands read nothing.
 *
 * @param id its id
 * @param jamId the run it was for
 * @param cause why it ran
 * @param tool the tool that it was, or ran beside
 * @param command the shell script
 * @param workingDirectory where it started
 * @param startedAt when it started
 * @param ending how it ended; null while it runs, and for one that was cut off with its machine
 */
public record CommandRun(
        String id,
        String jamId,
        Cause cause,
        String tool,
        String command,
        String workingDirectory,
        Instant startedAt,
        @Nullable Ending ending) {

    /** Why a command ran. */
    public enum Cause {
        /** The agent wanted it. */
        AGENT,
        /** The agent called a command of the Setup by its name. */
        SETUP_COMMAND,
        /** A hook before a tool. */
        PRE_HOOK,
        /** A hook after a tool. */
        POST_HOOK;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isHook() {
            return this == PRE_HOOK || this == POST_HOOK;
        }
    }

    /**
     * How a command ended.
     *
     * @param exitCode 0 to 255; 124 for one that was cut off by its timeout
     * @param stdout what it printed
     * @param stderr what it printed as errors
     * @param duration how long it took
     */
    public record Ending(int exitCode, String stdout, String stderr, Duration duration) {

        public Ending {
            Objects.requireNonNull(stdout, "stdout");
            Objects.requireNonNull(stderr, "stderr");
            Objects.requireNonNull(duration, "duration");
        }
    }

    public CommandRun {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(jamId, "jamId");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(command, "command");
        Objects.requireNonNull(workingDirectory, "workingDirectory");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    CommandRun ended(Ending how) {
        return new CommandRun(id, jamId, cause, tool, command, workingDirectory, startedAt, how);
    }
}
