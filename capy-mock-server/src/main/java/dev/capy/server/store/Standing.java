package dev.capy.server.store;

import java.util.Set;
import java.util.TreeSet;

/**
 * How far a world is kept, as its owner knows. Immutable and thread-safe.
 *
 * @param fence with which number its owner may write
 * @param commits how many groups of commits were written
 * @param lastEvent the number of its last event
 * @param tables the tables that have a last sequence number
 */
record Standing(long fence, long commits, long lastEvent, Set<String> tables) {

    /** A world of which nothing is kept. */
    static final Standing NEW = new Standing(1, 0, 0, Set.of());

    Standing {
        tables = Set.copyOf(tables);
    }

    /** After one more group. */
    Standing after(int events, Set<String> changed) {
        if (tables.containsAll(changed)) {
            return new Standing(fence, commits + 1, lastEvent + events, tables);
        }
        Set<String> all = new TreeSet<>(tables);
        all.addAll(changed);
        return new Standing(fence, commits + 1, lastEvent + events, all);
    }
}
