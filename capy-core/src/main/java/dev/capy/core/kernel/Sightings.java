package dev.capy.core.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where a transaction has found the records that it met last: most transactions come back to the same few, by the same id.
 * Not thread-safe.
 */
final class Sightings {

    /** A power of two. */
    private static final int MOST = 8;

    private final @Nullable Table<?>[] tables = new Table<?>[MOST];
    private final @Nullable String[] ids = new String[MOST];
    private final long[] sequences = new long[MOST];
    private int next;

    /** The sequence number of a record that was met; 0 when it is not known. */
    long find(Table<?> table, String id) {
        int at = indexOf(table, id);
        return at < 0 ? 0 : sequences[at];
    }

    private int indexOf(Table<?> table, String id) {
        for (int i = 0; i < MOST; i++) {
            if (tables[i] == table && id.equals(ids[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Takes note of a record, and forgets the one that was met longest ago. */
    void add(Table<?> table, String id, long sequence) {
        tables[next] = table;
        ids[next] = id;
        sequences[next] = sequence;
        next = next + 1 & MOST - 1;
    }

    /** Forgets a record that is no more. */
    void remove(Table<?> table, String id) {
        int at = indexOf(table, id);
        if (at >= 0) {
            tables[at] = null;
        }
    }
}
