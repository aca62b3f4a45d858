package dev.capy.core.shell;

import java.time.Duration;
import java.util.List;

/**
 * What came of a script, as a plan in virtual time. Immutable and thread-safe.
 *
 * @param exitCode 0 to 255; 124 when it was cut off by its timeout
 * @param stdout what it printed until its end, at most {@link #OUTPUT_LIMIT} characters and a mark
 * @param stderr what it printed as errors, limited alike
 * @param duration from start to end
 * @param effects the changes of the disk in the order of their moments; some may come after the end, when the script
 *     left commands in the background, but none after the timeout
 * @param timedOut whether it was cut off
 */
public record Outcome(
        int exitCode, String stdout, String stderr, Duration duration, List<Effect> effects, boolean timedOut) {

    /** What is printed beyond so many characters is dropped. */
    public static final int OUTPUT_LIMIT = 1 << 20;

    /** The exit code of a script that was cut off. */
    public static final int TIMED_OUT = 124;

    public Outcome {
        effects = List.copyOf(effects);
    }

    /** The same with the values of these variables blotted out of what was printed. */
    public Outcome redacted(Environment environment) {
        return new Outcome(
                exitCode, environment.redact(stdout), environment.redact(stderr), duration, effects, timedOut);
    }

    /** Whether it ended by itself with exit code 0. */
    public boolean succeeded() {
        return exitCode == 0 && !timedOut;
    }
}
