package dev.capy.server.store;

import dev.capy.core.dump.PieceWriter;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Entry;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what became of one world within a transaction. Not thread-safe. */
final class WorldWriter {

    private static final int LONGEST_NAME = 1_000;

    private final Handle handle;
    private final JdbiStore store;
    private final Standing standing;
    private final String world;
    private final PieceWriter pieces;

    WorldWriter(Handle handle, JdbiStore store) {
        this(handle, store, store.standing());
    }

    /** @param standing how far the world is kept */
    WorldWriter(Handle handle, JdbiStore store, Standing standing) {
        this.handle = handle;
        this.store = store;
        this.standing = standing;
        this.world = store.world();
        this.pieces = store.pieces();
    }

    /**
     * Writes them.
     *
     * @return how far the world is kept when the transaction has ended
     * @throws StaleWorldException when another node owns it by now
     */
    Standing write(Batch batch) {
        Standing next =
                standing.after(batch.events().size(), batch.lastSequences().keySet());
        where(batch.last(), next);
        records(batch);
        lastSequences(batch.lastSequences());
        timeline(batch);
        events(batch);
        parts();
        return next;
    }

    private void where(Commit last, Standing next) {
        int updated = Rows.update(
                handle,
                "UPDATE worlds SET world_time = ?, ids_drawn = ?, work_drawn = ?, last_entry = ?, last_event = ?,"
                        + " commits = ? WHERE id = ? AND fence = ? AND commits = ?",
                last.now().toString(),
                last.idsDrawn(),
                last.workDrawn(),
                last.lastEntry(),
                next.lastEvent(),
                next.commits(),
                world,
                standing.fence(),
                standing.commits());
        if (updated == 0) {
            throw new StaleWorldException(store);
        }
    }

    private void records(Batch batch) {
        try (Rows inserts = new Rows(
                        handle,
                        "INSERT INTO records (world, type, sequence, version, id, body) VALUES (?, ?, ?, 1, ?, ?)");
                Rows updates = new Rows(
                        handle,
                        "UPDATE records SET version = version + 1, body = ?"
                                + " WHERE world = ? AND type = ? AND sequence = ?");
                Rows deletes = new Rows(handle, "DELETE FROM records WHERE world = ? AND type = ? AND sequence = ?")) {
            for (Map.Entry<Batch.Row, Batch.Fate> change : batch.records().entrySet()) {
                Batch.Row row = change.getKey();
                @Nullable Record record = change.getValue().record();
                if (record == null) {
                    deletes.add(world, row.table(), row.sequence());
                } else if (change.getValue().isNew()) {
                    inserts.add(world, row.table(), row.sequence(), RecordId.of(record), pieces.record(record));
                } else {
                    updates.add(pieces.record(record), world, row.table(), row.sequence());
                }
            }
            deletes.write();
            inserts.write();
            updates.write();
        }
    }

    private void lastSequences(Map<String, Long> lastSequences) {
        try (Rows updates = new Rows(
                        handle,
                        "UPDATE world_tables SET last_sequence = ?"
                                + " WHERE world = ? AND name = ? AND last_sequence < ?");
                Rows inserts =
                        new Rows(handle, "INSERT INTO world_tables (world, name, last_sequence) VALUES (?, ?, ?)")) {
            lastSequences.forEach((table, last) -> {
                if (standing.tables().contains(table)) {
                    updates.add(last, world, table, last);
                } else {
                    inserts.add(world, table, last);
                }
            });
            updates.write();
            inserts.write();
        }
    }

    private void timeline(Batch batch) {
        try (Rows deletes = new Rows(handle, "DELETE FROM timeline WHERE world = ? AND sequence = ?");
                Rows inserts = new Rows(
                        handle,
                        "INSERT INTO timeline"
                                + " (world, sequence, due, foreground, name, body) VALUES (?, ?, ?, ?, ?, ?)")) {
            batch.ended().forEach(sequence -> deletes.add(world, sequence));
            for (Entry entry : batch.scheduled()) {
                inserts.add(
                        world,
                        entry.sequence(),
                        entry.due().toString(),
                        entry.foreground(),
                        shortened(entry.name()),
                        pieces.entry(entry));
            }
            deletes.write();
            inserts.write();
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private void events(Batch batch) {
        long number = standing.lastEvent();
        try (Rows inserts =
                new Rows(handle, "INSERT INTO events (world, number, at, kind, body) VALUES (?, ?, ?, ?, ?)")) {
            for (Batch.Told told : batch.events()) {
                inserts.add(
                        world,
                        ++number,
                        told.at().toString(),
                        told.event().getClass().getSimpleName(),
                        pieces.event(told.event()));
            }
            inserts.write();
        }
    }

    /** They are named by what they hold: one that is there is the same. */
    private void parts() {
        try (Rows inserts = new Rows(
                handle,
                "INSERT INTO parts (world, kind, name, body) SELECT ?, ?, ?, ?"
                        + " WHERE NOT EXISTS (SELECT 1 FROM parts WHERE world = ? AND kind = ? AND name = ?)")) {
            for (PieceWriter.Part part : pieces.takeParts()) {
                inserts.add(world, part.kind(), part.name(), part.text(), world, part.kind(), part.name());
            }
            inserts.write();
        }
    }
}
