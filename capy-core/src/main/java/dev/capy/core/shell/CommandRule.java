package dev.capy.core.shell;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How one program behaves. Its output and its files appear when it ends. Immutable and thread-safe.
 *
 * @param name what people call the rule
 * @param pattern which commands it is for
 * @param exitCode 0 to 255
 * @param stdout what it prints
 * @param stderr what it prints as errors
 * @param duration how long it takes before the caller's {@link Pace}; {@link #FOREVER} and above hangs
 * @param files what it writes, also when it fails
 */
public record CommandRule(
        String name,
        CommandPattern pattern,
        int exitCode,
        String stdout,
        String stderr,
        Duration duration,
        List<FileWrite> files) {

    /** So long that only a timeout ends it: a hundred years. */
    public static final Duration FOREVER = Duration.ofDays(36_500);

    public CommandRule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(stdout, "stdout");
        Objects.requireNonNull(stderr, "stderr");
        if (exitCode < 0 || exitCode > 255) {
            throw new IllegalArgumentException("exitCode must be 0 to 255, was " + exitCode);
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must not be negative, was " + duration);
        }
        files = List.copyOf(files);
    }

    /** A rule named by its pattern whose program succeeds after {@code duration} and prints {@code stdout}. */
    public static CommandRule succeeding(CommandPattern pattern, Duration duration, String stdout) {
        return new CommandRule(pattern.text(), pattern, 0, stdout, "", duration, List.of());
    }

    /** A rule named by its pattern whose program fails after {@code duration} and prints {@code stderr}. */
    public static CommandRule failing(CommandPattern pattern, Duration duration, int exitCode, String stderr) {
        return new CommandRule(pattern.text(), pattern, exitCode, "", stderr, duration, List.of());
    }

    /** A rule named by its pattern whose program never ends. */
    public static CommandRule hanging(CommandPattern pattern) {
        return new CommandRule(pattern.text(), pattern, 0, "", "", FOREVER, List.of());
    }

    /** Whether only a timeout ends it. */
    public boolean hangs() {
        return duration.compareTo(FOREVER) >= 0;
    }
}
