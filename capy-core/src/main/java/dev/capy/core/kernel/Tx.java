package dev.capy.core.kernel;

import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * A transaction of one world: sees its own changes, and all of them happen or none. Valid until the code that was given
 * it returns; for that code's thread alone.
 */
public final class Tx extends Snapshot {

    private final Registry registry;
    private final TableState<?>[] tables;
    private final Sightings sightings = new Sightings();
    private final List<Entry> scheduled = new ArrayList<>(4);
    private final List<Long> ended = new ArrayList<>(2);
    private final List<Change> changes = new ArrayList<>(4);
    private final List<Event> events = new ArrayList<>(2);
    private boolean closed;

    Tx(State start, Registry registry) {
        super(start);
        this.registry = registry;
        this.tables = start.tables().clone();
    }

    @Override
    @SuppressWarnings("unchecked")
    <R extends Record> TableState<R> table(Table<R> table) {
        return (TableState<R>) tables[state().position(table)];
    }

    @Override
    <R extends Record> long sequenceOf(Table<R> table, String id) {
        long seen = sightings.find(table, id);
        if (seen != 0) {
            return seen;
        }
        long sequence = super.sequenceOf(table, id);
        if (sequence != 0) {
            sightings.add(table, id, sequence);
        }
        return sequence;
    }

    /**
     * Adds a record.
     *
     * @throws IllegalStateException when its id is taken
     */
    public <R extends Record> R insert(Table<R> table, R row) {
        TableState<R> after = table(table).insert(row);
        become(after, new Change(table.name(), after.lastSequence(), null, row));
        sightings.add(table, table.id(row), after.lastSequence());
        return row;
    }

    /**
     * Puts a record in the place of the one with its id.
     *
     * @throws NotFound when there is none
     */
    public <R extends Record> R update(Table<R> table, R row) {
        return replace(table, sequence(table, table.id(row)), row);
    }

    private <R extends Record> R replace(Table<R> table, long sequence, R row) {
        TableState<R> state = table(table);
        R before = state.row(sequence);
        if (row != before) {
            become(state.update(sequence, before, row), new Change(table.name(), sequence, before, row));
        }
        return row;
    }

    /**
     * Changes the record with this id and returns what it became.
     *
     * @throws NotFound when there is none
     * @throws IllegalArgumentException when {@code change} makes it a record with another id
     */
    public <R extends Record> R update(Table<R> table, String id, UnaryOperator<R> change) {
        long sequence = sequence(table, id);
        R row = change.apply(table(table).row(sequence));
        if (!table.id(row).equals(id)) {
            throw new IllegalArgumentException(table.name() + " " + id + " cannot become " + table.id(row));
        }
        return replace(table, sequence, row);
    }

    /** Removes the record with this id; nothing happens when there is none. */
    public <R extends Record> void delete(Table<R> table, String id) {
        long sequence = sequenceOf(table, id);
        if (sequence != 0) {
            R row = table(table).row(sequence);
            become(table(table).delete(sequence, row), new Change(table.name(), sequence, row, null));
            sightings.remove(table, id);
        }
    }

    /** A fresh id: a version 4 UUID drawn from the world's seed. */
    public String newId() {
        UUID id = state().draws().id();
        become(state().with(state().draws().afterId()));
        return id.toString();
    }

    /** A fraction drawn from the world's seed, from 0 (included) to 1 (excluded). */
    public double random() {
        double fraction = state().draws().fraction();
        become(state().with(state().draws().afterWork()));
        return fraction;
    }

    /** How long work takes that nominally takes {@code nominal}: within 20 % of it, in whole milliseconds. */
    public Duration jitter(Duration nominal) {
        if (nominal.isZero()) {
            return nominal;
        }
        double millis = nominal.toSeconds() * 1000.0 + nominal.toMillisPart();
        return Duration.ofMillis(Math.round(millis * (0.8 + 0.4 * random())));
    }

    /**
     * Schedules what the world waits for: it is not idle until this is done. Returns the entry's sequence number.
     *
     * @param delay from now; what lies beyond {@link Instant#MAX} runs there
     */
    public long schedule(Duration delay, Timer timer) {
        return schedule(delay, true, timer);
    }

    /**
     * Schedules what the world does not wait for. Returns the entry's sequence number.
     *
     * @param delay from now; what lies beyond {@link Instant#MAX} runs there
     */
    public long scheduleInBackground(Duration delay, Timer timer) {
        return schedule(delay, false, timer);
    }

    private long schedule(Duration delay, boolean foreground, Timer timer) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException(timer.describe() + " was scheduled for the past");
        }
        Entry entry = new Entry(state().lastEntry() + 1, CapyClock.reach(now(), delay), foreground, timer);
        become(state().with(entry));
        scheduled.add(entry);
        return entry.sequence();
    }

    /** Takes an entry off the timeline; nothing happens when it has run or is gone. */
    public void cancel(long sequence) {
        Entry entry = sequence <= 0 ? null : state().timeline().get(sequence);
        if (entry != null) {
            end(entry);
        }
    }

    /** Takes {@code entry}, which is pending, off the timeline. */
    void end(Entry entry) {
        become(state().without(entry));
        ended.add(entry.sequence());
    }

    /** Tells whoever subscribed, after this transaction's commit and at the same instant. */
    public void emit(Event event) {
        requireOpen();
        events.add(event);
        if (registry.isHeard(event)) {
            schedule(Duration.ZERO, new Delivery(event));
        }
    }

    private void become(TableState<?> after, Change change) {
        requireOpen();
        tables[state().position(after.table())] = after;
        changes.add(change);
    }

    private void become(State next) {
        requireOpen();
        state(next);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this transaction is over");
        }
    }

    /** The world as this transaction, which is over, leaves it. */
    State result() {
        return state().with(tables);
    }

    /** Lets nothing more be done in this transaction, and returns what was. */
    Commit close() {
        closed = true;
        State result = state();
        return new Commit(
                result.now(),
                result.draws().ids(),
                result.draws().work(),
                changes,
                scheduled,
                ended,
                result.lastEntry(),
                events);
    }
}
