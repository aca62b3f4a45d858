package dev.capy.core.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A state as plain maps and lists, in an order that depends on nothing but the state. */
final class StateForm {

    private StateForm() {}

    static Map<String, Object> of(State state) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("now", state.now());
        form.put("draws", state.draws());
        form.put("tables", tables(state));
        form.put("timeline", timeline(state));
        form.put("lastEntry", state.lastEntry());
        return form;
    }

    private static SortedMap<String, Object> tables(State state) {
        SortedMap<String, Object> tables = new TreeMap<>();
        for (TableState<?> table : state.tables()) {
            tables.put(table.table().name(), List.of(table.lastSequence(), rows(table)));
        }
        return tables;
    }

    private static List<Object> rows(TableState<?> table) {
        List<Object> rows = new ArrayList<>(2 * table.rows().size());
        table.rows().forEach((row, sequence) -> {
            rows.add(sequence);
            rows.add(row);
        });
        return rows;
    }

    private static List<Object> timeline(State state) {
        List<Object> entries = new ArrayList<>();
        state.timeline().forEach((entry, sequence) -> entries.add(entry));
        return entries;
    }
}
