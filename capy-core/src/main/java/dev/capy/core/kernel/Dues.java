package dev.capy.core.kernel;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * The sequence numbers of entries in the order in which they run. Most entries of a large world share their instant with
 * others, so there is a queue for each instant: what comes next lies beside what came before. Not thread-safe.
 */
final class Dues {

    /** What is due at one instant, in the order of scheduling. Never empty. */
    private static final class Due implements Comparable<Due> {

        private final Key key;
        private long[] sequences = new long[2];
        private int from;
        private int to;

        private Due(Key key) {
            this.key = key;
        }

        private void add(long sequence) {
            if (to == sequences.length) {
                sequences = Arrays.copyOf(sequences, 2 * to);
            }
            sequences[to++] = sequence;
        }

        @Override
        public int compareTo(Due other) {
            return key.instant().compareTo(other.key.instant());
        }
    }

    /** An instant to be found by: those of whole milliseconds have hashes of their own that are much alike. */
    private record Key(Instant instant) {

        private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

        @Override
        public int hashCode() {
            long spread = (instant.getEpochSecond() * 1_000_000_007L + instant.getNano()) * GOLDEN_GAMMA;
            return (int) (spread >>> Integer.SIZE);
        }
    }

    private final Map<Key, Due> byInstant = new HashMap<>();
    private final Queue<Due> inOrder = new PriorityQueue<>();
    private int size;

    int size() {
        return size;
    }

    void clear() {
        byInstant.clear();
        inOrder.clear();
        size = 0;
    }

    /** Adds an entry whose number is higher than any that is due at the same instant. */
    void add(Instant instant, long sequence) {
        Due due = byInstant.computeIfAbsent(new Key(instant), this::begin);
        due.add(sequence);
        size++;
    }

    private Due begin(Key key) {
        Due due = new Due(key);
        inOrder.add(due);
        return due;
    }

    /** The entry that runs first. There must be one. */
    long first() {
        Due due = inOrder.element();
        return due.sequences[due.from];
    }

    /** Drops the entry that runs first. There must be one. */
    void removeFirst() {
        Due due = inOrder.element();
        due.from++;
        size--;
        if (due.from == due.to) {
            inOrder.remove();
            byInstant.remove(due.key);
        }
    }
}
