package dev.capy.core.shell;

import java.time.Duration;

/**
 * How long work really takes: where the caller adds its seeded jitter. Asked once for each program that runs, in the
 * order in which they start; {@code sleep} and the shell's own commands do not ask. Must not answer a negative duration.
 */
@FunctionalInterface
public interface Pace {

    /** Everything takes exactly as long as said. */
    Pace EXACT = nominal -> nominal;

    /** The duration of a piece of work that nominally takes {@code nominal}. */
    Duration work(Duration nominal);
}
