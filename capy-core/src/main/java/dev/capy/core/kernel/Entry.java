package dev.capy.core.kernel;

import java.time.Instant;

/**
 * One entry of the timeline.
 *
 * @param sequence from 1, in the order of scheduling; tells entries apart and orders those of one instant
 * @param due when it runs
 * @param foreground whether the world waits for it: a world with a pending foreground entry is not idle
 * @param timer what is to be done
 */
public record Entry(long sequence, Instant due, boolean foreground, Timer timer) implements Comparable<Entry> {

    /** A name a person understands. */
    public String name() {
        return timer.describe();
    }

    /** Due time, then the order of scheduling. */
    @Override
    public int compareTo(Entry other) {
        int byTime = due.compareTo(other.due);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }
}
