package dev.capy.core.kernel;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Makes a state of what a store kept. */
final class ImageReader {

    private ImageReader() {}

    static State read(Image image, List<Table<?>> kept) {
        State state = State.empty(image.now(), image.seed(), kept)
                .with(new Draws(image.seed(), image.idsDrawn(), image.workDrawn()));
        TableState<?>[] tables = new TableState<?>[kept.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = table(image, kept.get(i));
        }
        state = state.with(tables);
        for (Entry entry : image.timeline()) {
            state = state.with(entry);
        }
        return state.withLastEntry(image.lastEntry());
    }

    private static <R extends Record> TableState<R> table(Image image, Table<R> table) {
        TableState<R> state = TableState.empty(table);
        SortedMap<Long, Record> rows = image.rows().getOrDefault(table.name(), Collections.emptySortedMap());
        for (Map.Entry<Long, Record> row : rows.entrySet()) {
            state = state.place(row.getKey(), table.type().cast(row.getValue()));
        }
        return state.withLastSequence(image.lastSequences().getOrDefault(table.name(), 0L));
    }
}
