package dev.capy.core.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole world as it stood between two transactions, to come back to or to start another world from. Nothing is copied.
 * Immutable and thread-safe.
 */
public final class Moment {

    private final State state;
    private final ClockMode mode;

    Moment(State state, ClockMode mode) {
        this.state = state;
        this.mode = mode;
    }

    /**
     * The moment that an image shows.
     *
     * @param registry says which tables there are
     */
    public static Moment of(Image image, ClockMode mode, Registry registry) {
        return new Moment(ImageReader.read(image, registry.tables()), mode);
    }

    State state() {
        return state;
    }

    /** What made time move. */
    public ClockMode mode() {
        return mode;
    }

    /** All of it as plain records. */
    public Image image() {
        SortedMap<String, SortedMap<Long, Record>> rows = new TreeMap<>();
        Map<String, Long> lastSequences = new HashMap<>();
        for (TableState<?> table : state.tables()) {
            SortedMap<Long, Record> ofTable = new TreeMap<>();
            table.rows().forEach((row, sequence) -> ofTable.put(sequence, row));
            rows.put(table.table().name(), ofTable);
            lastSequences.put(table.table().name(), table.lastSequence());
        }
        List<Entry> timeline = new ArrayList<>();
        state.timeline().forEach((entry, sequence) -> timeline.add(entry));
        Draws draws = state.draws();
        return new Image(
                state.now(), draws.seed(), draws.ids(), draws.work(), rows, lastSequences, timeline, state.lastEntry());
    }
}
