package dev.capy.core.dump;

import dev.capy.core.dump.DumpDiff.Kind;
import dev.capy.core.dump.DumpDiff.RecordDiff;
import dev.capy.core.kernel.codec.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two documents, record by record. */
final class DumpComparison {

    private static final Set<String> RECORDS = Set.of("tables", "timeline", "parts");

    private final Map<String, Object> before;
    private final Map<String, Object> after;
    private final List<RecordDiff> records = new ArrayList<>();

    DumpComparison(Map<String, Object> before, Map<String, Object> after) {
        this.before = before;
        this.after = after;
    }

    DumpDiff diff() {
        PlainComparison world = new PlainComparison(before, after);
        for (String name : names(before, after)) {
            if (!RECORDS.contains(name)) {
                world.compare("/" + name, before.get(name), after.get(name));
            }
        }
        Map<?, ?> tablesBefore = Place.ROOT.member("tables").map(before.get("tables"));
        Map<?, ?> tablesAfter = Place.ROOT.member("tables").map(after.get("tables"));
        for (String table : names(tablesBefore, tablesAfter)) {
            compare(table, rows(tablesBefore, table), rows(tablesAfter, table));
        }
        compare("timeline", entries(before), entries(after));
        return new DumpDiff(world.differences(), List.copyOf(records));
    }

    private static Set<String> names(Map<?, ?> one, Map<?, ?> other) {
        Set<String> names = new TreeSet<>();
        one.keySet().forEach(name -> names.add(String.valueOf(name)));
        other.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private static Map<String, Object> rows(Map<?, ?> tables, String table) {
        Place place = Place.ROOT.member("tables").member(table);
        Map<String, Object> rows = new LinkedHashMap<>();
        if (tables.containsKey(table)) {
            for (Object each : place.list(place.map(tables.get(table)).get("rows"))) {
                Map<?, ?> row = place.map(each);
                rows.put(String.valueOf(row.get("id")), place.required(row, "record"));
            }
        }
        return rows;
    }

    private static Map<String, Object> entries(Map<String, Object> document) {
        Place place = Place.ROOT.member("timeline");
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Object each : place.list(document.get("timeline"))) {
            entries.put(String.valueOf(place.map(each).get("sequence")), each);
        }
        return entries;
    }

    private void compare(String table, Map<String, Object> old, Map<String, Object> young) {
        old.forEach((id, record) -> {
            Object other = young.get(id);
            PlainComparison comparison = new PlainComparison(before, after);
            comparison.compare("", record, other);
            if (!comparison.differences().isEmpty()) {
                Kind kind = other == null ? Kind.REMOVED : Kind.CHANGED;
                records.add(new RecordDiff(table, id, kind, comparison.differences()));
            }
        });
        young.forEach((id, record) -> {
            if (!old.containsKey(id)) {
                records.add(new RecordDiff(table, id, Kind.ADDED, List.of(new Difference("", null, record))));
            }
        });
    }

    /** Compares plain data of two documents, and the parts that it stands for. */
    private static final class PlainComparison {

        private final Map<String, Object> before;
        private final Map<String, Object> after;
        private final List<Difference> found = new ArrayList<>();

        PlainComparison(Map<String, Object> before, Map<String, Object> after) {
            this.before = before;
            this.after = after;
        }

        List<Difference> differences() {
            return List.copyOf(found);
        }

        void compare(String pointer, @Nullable Object one, @Nullable Object other) {
            if (isEqual(one, other)) {
                return;
            }
            Object old = SharedParts.resolve(before, one);
            Object young = SharedParts.resolve(after, other);
            if (old instanceof Map<?, ?> oldMap && young instanceof Map<?, ?> youngMap) {
                for (String name : names(oldMap, youngMap)) {
                    compare(Pointer.member(pointer, name), oldMap.get(name), youngMap.get(name));
                }
            } else if (old instanceof List<?> oldList && young instanceof List<?> youngList) {
                for (int i = 0; i < Math.max(oldList.size(), youngList.size()); i++) {
                    compare(Pointer.member(pointer, i), element(oldList, i), element(youngList, i));
                }
            } else {
                found.add(new Difference(pointer, one, other));
            }
        }

        private static @Nullable Object element(List<?> list, int index) {
            return index < list.size() ? list.get(index) : null;
        }

        /** Numbers are equal when their texts are, whatever read them. */
        private static boolean isEqual(@Nullable Object one, @Nullable Object other) {
            return one == other
                    || one != null && other != null && one.equals(other)
                    || one instanceof Number
                            && other instanceof Number
                            && one.toString().equals(other.toString());
        }
    }
}
