package dev.capy.core.kernel;

import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.internal.LongMap;
import java.time.Instant;
import java.util.Optional;

/** A look at a state. Immutable where the state is; a transaction extends it with a state that moves. */
class Snapshot implements View {

    private State state;

    Snapshot(State state) {
        this.state = state;
    }

    final State state() {
        return state;
    }

    final void state(State next) {
        state = next;
    }

    @SuppressWarnings("unchecked")
    <R extends Record> TableState<R> table(Table<R> table) {
        return (TableState<R>) state.tables()[state.position(table)];
    }

    /** The sequence number of the record with this id; 0 when there is none. */
    <R extends Record> long sequenceOf(Table<R> table, String id) {
        return table(table).sequenceOf(id);
    }

    @Override
    public Instant now() {
        return state.now();
    }

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, String id) {
        long sequence = sequenceOf(table, id);
        return sequence == 0 ? Optional.empty() : Optional.of(table(table).row(sequence));
    }

    @Override
    public <R extends Record> R get(Table<R> table, String id) {
        return table(table).row(sequence(table, id));
    }

    @Override
    public <R extends Record> Rows<R> all(Table<R> table) {
        LongMap<R> rows = table(table).rows();
        return new Rows<>(rows, rows);
    }

    @Override
    public <R extends Record, K> Rows<R> where(Index<R, K> index, K key) {
        TableState<R> table = table(index.table());
        return new Rows<>(table.sequences(index.position(), key), table.rows());
    }

    @Override
    public <R extends Record> long sequence(Table<R> table, String id) {
        long sequence = sequenceOf(table, id);
        if (sequence == 0) {
            throw new NotFound("No " + table.name() + " record has the id " + id);
        }
        return sequence;
    }
}
