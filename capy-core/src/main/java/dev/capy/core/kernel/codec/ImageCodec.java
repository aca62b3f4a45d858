package dev.capy.core.kernel.codec;

import dev.capy.core.kernel.Entry;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A world's records and timeline as plain data and back. Thread-safe. */
public final class ImageCodec implements Codec<Image> {

    /** Half of what a table can count: whoever restores one can add as many again. */
    private static final long MOST_SEQUENCE = 1L << 38;

    private static final String SEQUENCE = "sequence";

    private final List<Table<?>> tables;
    private final Codecs codecs;

    public ImageCodec(Registry registry, Codecs codecs) {
        this.tables = registry.tables();
        this.codecs = codecs;
    }

    @Override
    public SortedMap<String, Object> encode(Image image, Writing writing) {
        SortedMap<String, Object> plain = new TreeMap<>();
        plain.put("now", image.now().toString());
        plain.put("seed", Scalars.exact(image.seed()));
        plain.put("idsDrawn", image.idsDrawn());
        plain.put("workDrawn", image.workDrawn());
        plain.put("lastEntry", image.lastEntry());
        SortedMap<String, Object> rows = new TreeMap<>();
        tables.forEach(table -> rows.put(table.name(), encode(table, image, writing)));
        plain.put("tables", rows);
        plain.put(
                "timeline",
                image.timeline().stream()
                        .map(entry -> codecs.of(Entry.class).encode(entry, writing))
                        .toList());
        return plain;
    }

    private <R extends Record> Object encode(Table<R> table, Image image, Writing writing) {
        Codec<R> codec = codecs.of(table.type());
        List<Object> rows = new ArrayList<>();
        image.rows().getOrDefault(table.name(), new TreeMap<>()).forEach((sequence, row) -> {
            R record = table.type().cast(row);
            SortedMap<String, Object> plain = new TreeMap<>();
            plain.put(SEQUENCE, sequence);
            plain.put("id", table.id(record));
            plain.put("record", codec.encode(record, writing));
            rows.add(plain);
        });
        SortedMap<String, Object> plain = new TreeMap<>();
        plain.put("last", image.lastSequences().getOrDefault(table.name(), 0L));
        plain.put("rows", rows);
        return plain;
    }

    @Override
    public Image decode(Object plain, Reading reading, Place place) {
        Map<?, ?> map = place.map(plain);
        SortedMap<String, SortedMap<Long, Record>> rows = new TreeMap<>();
        Map<String, Long> lastSequences = new HashMap<>();
        Place here = place.member("tables");
        Map<?, ?> all = here.map(map.get("tables"));
        requireKnown(all, here);
        for (Table<?> table : tables) {
            Place at = here.member(table.name());
            Map<?, ?> ofTable = at.map(here.required(all, table.name()));
            rows.put(table.name(), rows(table, ofTable, reading, at));
            lastSequences.put(table.name(), last(ofTable, rows.get(table.name()), at));
        }
        List<Entry> timeline = timeline(map, reading, place.member("timeline"));
        return new Image(
                codecs.of(Instant.class).decode(place.required(map, "now"), reading, place.member("now")),
                place.member("seed").number(map.get("seed")),
                count(map, "idsDrawn", place),
                count(map, "workDrawn", place),
                rows,
                lastSequences,
                timeline,
                Math.max(
                        count(map, "lastEntry", place),
                        timeline.isEmpty()
                                ? 0
                                : timeline.get(timeline.size() - 1).sequence()));
    }

    private void requireKnown(Map<?, ?> all, Place place) {
        Set<String> known = new HashSet<>();
        tables.forEach(table -> known.add(table.name()));
        for (Object name : all.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                throw place.member(String.valueOf(name)).refusal("there is no such table");
            }
        }
    }

    private <R extends Record> SortedMap<Long, Record> rows(
            Table<R> table, Map<?, ?> ofTable, Reading reading, Place place) {
        Place here = place.member("rows");
        Codec<R> codec = codecs.of(table.type());
        SortedMap<Long, Record> rows = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        List<?> list = here.list(ofTable.get("rows"));
        for (int i = 0; i < list.size(); i++) {
            Place at = here.element(i);
            Map<?, ?> row = at.map(list.get(i));
            R record = codec.decode(at.required(row, "record"), reading, at.member("record"));
            if (!ids.add(table.id(record))) {
                throw at.refusal("two records have the id " + table.id(record));
            }
            rows.put(following(row, rows, at), record);
        }
        return rows;
    }

    /** The sequence number of a row, which has to be higher than those before. */
    private static long following(Map<?, ?> row, SortedMap<Long, Record> rows, Place place) {
        long sequence = count(row, SEQUENCE, place);
        long before = rows.isEmpty() ? 0 : rows.lastKey();
        if (sequence <= before) {
            throw place.member(SEQUENCE).refusal("must be higher than " + before + ", was " + sequence);
        }
        return sequence;
    }

    private static long last(Map<?, ?> ofTable, SortedMap<Long, Record> rows, Place place) {
        long last = count(ofTable, "last", place);
        if (!rows.isEmpty() && rows.lastKey() > last) {
            throw place.member("last").refusal("must not be lower than " + rows.lastKey() + ", was " + last);
        }
        if (last > MOST_SEQUENCE) {
            throw place.member("last").refusal("must be at most " + MOST_SEQUENCE + ", was " + last);
        }
        return last;
    }

    private List<Entry> timeline(Map<?, ?> map, Reading reading, Place place) {
        Codec<Entry> codec = codecs.of(Entry.class);
        List<Entry> timeline = new ArrayList<>();
        List<?> list = place.list(map.get("timeline"));
        long before = 0;
        for (int i = 0; i < list.size(); i++) {
            Place at = place.element(i);
            Entry entry = codec.decode(at.map(list.get(i)), reading, at);
            if (entry.sequence() <= before) {
                throw at.member(SEQUENCE).refusal("must be higher than " + before + ", was " + entry.sequence());
            }
            before = entry.sequence();
            timeline.add(entry);
        }
        return timeline;
    }

    private static long count(Map<?, ?> map, String name, Place place) {
        Place here = place.member(name);
        long number = here.number(map.get(name));
        if (number < 0) {
            throw here.refusal("must not be negative, was " + number);
        }
        return number;
    }
}
