package dev.capy.server.store;

import dev.capy.core.CapyWorld;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether what is kept of a world fits together, beyond that it can be read. */
final class Integrity {

    private final Handle handle;
    private final String world;
    private final List<String> problems = new ArrayList<>();

    Integrity(Handle handle, String world) {
        this.handle = handle;
        this.world = world;
    }

    /** What does not fit, a sentence each. */
    List<String> problems() {
        tables();
        numbers();
        return problems;
    }

    private void tables() {
        List<String> known = CapyWorld.codec().tables();
        texts("SELECT DISTINCT type FROM records WHERE world = ?").stream()
                .filter(type -> !known.contains(type))
                .forEach(type -> problems.add("there are records of " + type + ", which no world has"));
    }

    private void numbers() {
        texts("SELECT r.type FROM records r LEFT JOIN world_tables t ON t.world = r.world AND t.name = r.type"
                        + " WHERE r.world = ? GROUP BY r.type, t.last_sequence"
                        + " HAVING MAX(r.sequence) > COALESCE(t.last_sequence, 0)")
                .forEach(type -> problems.add("there are later records of " + type + " than there should be"));
        texts("SELECT 'timeline' FROM timeline t JOIN worlds w ON w.id = t.world WHERE w.id = ?"
                        + " GROUP BY w.last_entry HAVING MAX(t.sequence) > w.last_entry")
                .forEach(row -> problems.add("there are later timeline entries than there should be"));
        texts("SELECT 'events' FROM events e JOIN worlds w ON w.id = e.world WHERE w.id = ?"
                        + " GROUP BY w.last_event HAVING MAX(e.number) > w.last_event OR COUNT(*) <> MAX(e.number)")
                .forEach(row -> problems.add("there are gaps in its events, or later ones than there should be"));
    }

    private List<String> texts(String sql) {
        return handle.createQuery(sql).bind(0, world).mapTo(String.class).list();
    }
}
