package dev.capy.core.source.diff;

/**
 * A run of lines put in place of another; all numbers count lines from 0 and ends are exclusive. Immutable.
 *
 * @param oldStart first line taken away
 * @param oldEnd end of those; the start when nothing is taken away
 * @param newStart first line put there
 * @param newEnd end of those; the start when nothing is put there
 */
public record Edit(int oldStart, int oldEnd, int newStart, int newEnd) {

    /** How many lines are taken away. */
    public int deleted() {
        return oldEnd - oldStart;
    }

    /** How many lines are put there. */
    public int added() {
        return newEnd - newStart;
    }
}
