package dev.capy.server.store;

import dev.capy.core.dump.PieceWriter;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Entry;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes what became of one world within a transaction. Not thread-safe. */
final class WorldWriter {

    private static final int LONGEST_NAME = 1_000;

    private final Handle handle;
    private final String world;
    private final PieceWriter pieces;

    WorldWriter(Handle handle, JdbiStore store) {
        this.handle = handle;
        this.world = store.world();
        this.pieces = store.pieces();
    }

    void write(Batch batch) {
        records(batch);
        batch.lastSequences().forEach(this::lastSequence);
        timeline(batch);
        long lastEvent = events(batch);
        parts();
        where(batch.last(), lastEvent);
    }

    private void records(Batch batch) {
        try (PreparedBatch inserts = handle.prepareBatch(
                        "INSERT INTO records (world, type, sequence, version, body) VALUES (?, ?, ?, 1, ?)");
                PreparedBatch updates = handle.prepareBatch("UPDATE records SET version = version + 1, body = ?"
                        + " WHERE world = ? AND type = ? AND sequence = ?");
                PreparedBatch deletes =
                        handle.prepareBatch("DELETE FROM records WHERE world = ? AND type = ? AND sequence = ?")) {
            for (Map.Entry<Batch.Row, Batch.Fate> change : batch.records().entrySet()) {
                Batch.Row row = change.getKey();
                @Nullable Record record = change.getValue().record();
                if (record == null) {
                    deletes.add(world, row.table(), row.sequence());
                } else if (change.getValue().isNew()) {
                    inserts.add(world, row.table(), row.sequence(), pieces.record(record));
                } else {
                    updates.add(pieces.record(record), world, row.table(), row.sequence());
                }
            }
            run(deletes);
            run(inserts);
            run(updates);
        }
    }

    private static void run(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    void lastSequence(String table, long sequence) {
        int updated = handle.execute(
                "UPDATE world_tables SET last_sequence = ? WHERE world = ? AND name = ? AND last_sequence <= ?",
                sequence,
                world,
                table,
                sequence);
        if (updated == 0) {
            handle.execute(
                    "INSERT INTO world_tables (world, name, last_sequence) SELECT ?, ?, ?"
                            + " WHERE NOT EXISTS (SELECT 1 FROM world_tables WHERE world = ? AND name = ?)",
                    world,
                    table,
                    sequence,
                    world,
                    table);
        }
    }

    private void timeline(Batch batch) {
        try (PreparedBatch deletes = handle.prepareBatch("DELETE FROM timeline WHERE world = ? AND sequence = ?");
                PreparedBatch inserts = handle.prepareBatch("INSERT INTO timeline"
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
            run(deletes);
            run(inserts);
        }
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** The number of the last event. */
    private long events(Batch batch) {
        long number = handle.createQuery("SELECT last_event FROM worlds WHERE id = ?")
                .bind(0, world)
                .mapTo(Long.class)
                .one();
        try (PreparedBatch inserts =
                handle.prepareBatch("INSERT INTO events (world, number, at, kind, body) VALUES (?, ?, ?, ?, ?)")) {
            for (Batch.Told told : batch.events()) {
                inserts.add(
                        world,
                        ++number,
                        told.at().toString(),
                        told.event().getClass().getSimpleName(),
                        told.event().toString());
            }
            run(inserts);
        }
        return number;
    }

    /** They are named by what they hold: one that is there is the same. */
    private void parts() {
        for (PieceWriter.Part part : pieces.takeParts()) {
            handle.execute(
                    "INSERT INTO parts (world, kind, name, body) SELECT ?, ?, ?, ?"
                            + " WHERE NOT EXISTS (SELECT 1 FROM parts WHERE world = ? AND kind = ? AND name = ?)",
                    world,
                    part.kind(),
                    part.name(),
                    part.text(),
                    world,
                    part.kind(),
                    part.name());
        }
    }

    private void where(Commit last, long lastEvent) {
        handle.execute(
                "UPDATE worlds SET world_time = ?, ids_drawn = ?, work_drawn = ?, last_entry = ?, last_event = ?"
                        + " WHERE id = ?",
                last.now().toString(),
                last.idsDrawn(),
                last.workDrawn(),
                last.lastEntry(),
                lastEvent,
                world);
    }
}
