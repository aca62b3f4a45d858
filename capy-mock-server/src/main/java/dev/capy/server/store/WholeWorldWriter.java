package dev.capy.server.store;

import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.Change;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Writes a whole world in place of what was kept of it, within a transaction. Not thread-safe. */
final class WholeWorldWriter {

    private final Handle handle;
    private final JdbiStore store;

    WholeWorldWriter(Handle handle, JdbiStore store) {
        this.handle = handle;
        this.store = store;
    }

    /**
     * Writes it.
     *
     * @return how far the world is kept when the transaction has ended
     * @throws StaleWorldException when another node owns it by now
     */
    Standing write(Moment moment, WorldSettings settings) {
        Image image = moment.image();
        Standing before = store.standing();
        for (String table : List.of("records", "world_tables", "timeline", "parts")) {
            handle.execute("DELETE FROM " + table + " WHERE world = ?", store.world());
        }
        Standing emptied = new Standing(before.fence(), before.commits(), before.lastEvent(), Set.of());
        Standing next =
                new WorldWriter(handle, store, emptied).write(new Batch(List.of(commit(image)), image.lastSequences()));
        handle.execute(
                "UPDATE worlds SET seed = ?, clock_mode = ?, settings = ? WHERE id = ?",
                image.seed(),
                moment.mode().name(),
                store.pieces().settings(settings),
                store.world());
        return next;
    }

    /** All of a world as if it had just been made. */
    private static Commit commit(Image image) {
        List<Change> changes = new ArrayList<>();
        image.rows()
                .forEach((table, rows) ->
                        rows.forEach((sequence, row) -> changes.add(new Change(table, sequence, null, row))));
        return new Commit(
                image.now(),
                image.idsDrawn(),
                image.workDrawn(),
                changes,
                image.timeline(),
                List.of(),
                image.lastEntry(),
                List.of());
    }
}
