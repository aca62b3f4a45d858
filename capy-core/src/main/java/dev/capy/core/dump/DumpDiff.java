package dev.capy.core.dump;

import java.util.List;

/**
 * What tells two dumps apart.
 *
 * @param world differences outside the records: time, settings, how often was drawn
 * @param records which records differ, by table and in the order of their insertion; the timeline counts as a table whose
 *     ids are sequence numbers
 */
public record DumpDiff(List<Difference> world, List<RecordDiff> records) {

    /** What became of a record. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * A record that differs.
     *
     * @param differences where, from the record's top
     */
    public record RecordDiff(String table, String id, Kind kind, List<Difference> differences) {}

    /** Whether the dumps are equal. */
    public boolean isEmpty() {
        return world.isEmpty() && records.isEmpty();
    }
}
