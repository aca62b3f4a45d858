package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.kernel.JsonText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads a world as the document that its dump would be, with its secrets as they are. Not thread-safe. */
final class WorldReader {

    private final JsonText json = new JsonText();
    private final Handle handle;
    private final String world;
    private Set<String> withLastSequence = Set.of();

    WorldReader(Handle handle, String world) {
        this.handle = handle;
        this.world = world;
    }

    /** How far it is kept; empty when there is no such world. */
    Optional<Standing> find() {
        return handle.createQuery("SELECT fence, commits, last_event FROM worlds WHERE id = ?")
                .bind(0, world)
                .map((row, context) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3), withLastSequence))
                .findOne();
    }

    /** How far it is kept, once its document was read. */
    Standing standing() {
        return find().orElseThrow();
    }

    /** How it is served; null when nobody said. */
    @Nullable
    String options() {
        return handle.createQuery("SELECT options FROM worlds WHERE id = ?")
                .bind(0, world)
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .one()
                .orElse(null);
    }

    /** Empty when nothing was ever committed of it. */
    Optional<WorldDump> document() {
        Optional<Map<String, Object>> head = handle.createQuery("SELECT * FROM worlds w WHERE id = ?"
                        + " AND (last_entry > 0 OR EXISTS (SELECT 1 FROM records r WHERE r.world = w.id))")
                .bind(0, world)
                .mapToMap()
                .findOne();
        return head.map(columns -> {
            Map<String, Object> document = new TreeMap<>();
            document.put("version", WorldDump.VERSION);
            document.put("seed", String.valueOf(columns.get("seed")));
            document.put("now", columns.get("world_time"));
            document.put("clock", columns.get("clock_mode"));
            document.put("idsDrawn", columns.get("ids_drawn"));
            document.put("workDrawn", columns.get("work_drawn"));
            document.put("lastEntry", columns.get("last_entry"));
            document.put("settings", parsed(columns.get("settings")));
            document.put("tables", tables());
            document.put("timeline", timeline());
            document.put("parts", parts());
            return WorldDump.of(document);
        });
    }

    private Map<String, Object> tables() {
        Map<String, Long> lastSequences = lastSequences();
        Map<String, ParsedLater<Kept>> rows = rows();
        Map<String, Object> tables = new TreeMap<>();
        for (String name : CapyWorld.codec().tables()) {
            Map<String, Object> plain = new TreeMap<>();
            plain.put("last", lastSequences.getOrDefault(name, 0L));
            plain.put("rows", rows.getOrDefault(name, new ParsedLater<>(this::row)));
            tables.put(name, plain);
        }
        return tables;
    }

    private Map<String, Long> lastSequences() {
        Map<String, Long> last = new HashMap<>();
        handle.createQuery("SELECT name, last_sequence FROM world_tables WHERE world = ?")
                .bind(0, world)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(table -> last.put(table.getKey(), table.getValue()));
        withLastSequence = Set.copyOf(last.keySet());
        return last;
    }

    /** A record as it is kept. */
    private record Kept(String type, long sequence, String body) {}

    private Map<String, ParsedLater<Kept>> rows() {
        Map<String, ParsedLater<Kept>> rows = new HashMap<>();
        handle.createQuery("SELECT type, sequence, body FROM records WHERE world = ? ORDER BY type, sequence")
                .bind(0, world)
                .map((row, context) -> new Kept(row.getString(1), row.getLong(2), row.getString(3)))
                .forEach(kept -> rows.computeIfAbsent(kept.type(), table -> new ParsedLater<>(this::row))
                        .append(kept));
        return rows;
    }

    private Object row(Kept kept) {
        return Map.of("sequence", kept.sequence(), "record", parsed(kept.body()));
    }

    private List<Object> timeline() {
        ParsedLater<String> timeline = new ParsedLater<>(this::parsed);
        handle.createQuery("SELECT body FROM timeline WHERE world = ? ORDER BY sequence")
                .bind(0, world)
                .map((row, context) -> row.getString(1))
                .forEach(timeline::append);
        return timeline;
    }

    private Map<String, Map<String, Object>> parts() {
        Map<String, Map<String, Object>> parts = new TreeMap<>();
        handle.createQuery("SELECT kind, name, body FROM parts WHERE world = ?")
                .bind(0, world)
                .map((row, context) -> new String[] {row.getString(1), row.getString(2), row.getString(3)})
                .forEach(part ->
                        parts.computeIfAbsent(part[0], kind -> new TreeMap<>()).put(part[1], parsed(part[2])));
        return parts;
    }

    private Object parsed(@Nullable Object text) {
        Object plain = json.parse(String.valueOf(text));
        if (plain == null) {
            throw new StoreException("The data of the world " + world + " are damaged: restore a backup");
        }
        return plain;
    }
}
