package dev.capy.core.kernel;

import dev.capy.core.kernel.internal.LongMap;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A whole world at one moment. Immutable: a commit makes the next one and swaps it in, so a reader keeps what it has.
 *
 * @param now the world's time
 * @param draws how often randomness was drawn
 * @param layout which table stands at which position of {@code tables}
 * @param tables the records
 * @param timeline the pending entries by sequence number
 * @param lastEntry the highest sequence number an entry ever had
 * @param foreground how many pending entries are foreground
 */
record State(
        Instant now,
        Draws draws,
        Layout layout,
        TableState<?>[] tables,
        LongMap<Entry> timeline,
        long lastEntry,
        int foreground) {

    static State empty(Instant start, long seed, List<Table<?>> kept) {
        TableState<?>[] tables = new TableState<?>[kept.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = TableState.empty(kept.get(i));
        }
        return new State(start, new Draws(seed, 0, 0), new Layout(kept), tables, LongMap.empty(), 0, 0);
    }

    int position(Table<?> table) {
        return layout.position(table);
    }

    boolean isEmpty() {
        return Arrays.stream(tables).allMatch(table -> table.lastSequence() == 0);
    }

    /** How many records it holds. */
    long records() {
        long records = 0;
        for (TableState<?> table : tables) {
            records += table.rows().size();
        }
        return records;
    }

    State at(Instant time) {
        return new State(time, draws, layout, tables, timeline, lastEntry, foreground);
    }

    State with(Draws drawn) {
        return new State(now, drawn, layout, tables, timeline, lastEntry, foreground);
    }

    State with(TableState<?>[] changed) {
        return new State(now, draws, layout, changed, timeline, lastEntry, foreground);
    }

    State with(Entry entry) {
        int more = entry.foreground() ? 1 : 0;
        return new State(
                now,
                draws,
                layout,
                tables,
                timeline.add(entry.sequence(), entry),
                Math.max(lastEntry, entry.sequence()),
                foreground + more);
    }

    State without(Entry entry) {
        int fewer = entry.foreground() ? 1 : 0;
        return new State(now, draws, layout, tables, timeline.remove(entry.sequence()), lastEntry, foreground - fewer);
    }

    State withLastEntry(long sequence) {
        return new State(now, draws, layout, tables, timeline, sequence, foreground);
    }
}
