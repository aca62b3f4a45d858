package dev.capy.core.kernel;

import dev.capy.core.kernel.error.Unavailable;
import dev.capy.core.kernel.internal.CanonicalForm;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One world's state and the only way to change it. One writer at a time, in transactions; readers never wait and never
 * see half a change. Thread-safe.
 */
public final class Kernel {

    /** How many entries may run at one instant: more than a world can hold means that some schedule each other. */
    private static final int MOST_AT_ONCE = 10_000_000;

    /** A world that is full does not become emptier by itself. */
    private static final Duration UNTIL_ROOM = Duration.ofMinutes(1);

    /** Some ten microseconds. */
    private static final int ATTEMPTS = 300;

    private final ReentrantLock lock = new ReentrantLock();
    private final Errands errands = new Errands(lock);
    private final EntryQueue queue = new EntryQueue();
    private final Store store;
    private final long mostRecords;
    private final Shown shown;

    /** Completes when the last commit is kept. Only for the writer. */
    private CompletableFuture<Void> lastKept = Store.KEPT;

    private final CapyClock clock;
    private volatile Registry registry;
    private volatile State state;

    /**
     * Starts a world, from what the store kept or else empty.
     *
     * @param registry what the world's packages keep and do
     * @param store where commits are kept
     * @param start the time of a new world
     * @param seed what ids and randomness of a new world are drawn from
     */
    public Kernel(Registry registry, Store store, Instant start, long seed) {
        this(registry, store, start, seed, Long.MAX_VALUE);
    }

    /**
     * Starts a world, from what the store kept or else empty.
     *
     * @param registry what the world's packages keep and do
     * @param store where commits are kept
     * @param start the time of a new world
     * @param seed what ids and randomness of a new world are drawn from
     * @param mostRecords how many records may be there after a {@link #write}
     */
    public Kernel(Registry registry, Store store, Instant start, long seed, long mostRecords) {
        this.mostRecords = mostRecords;
        this.registry = registry;
        this.store = store;
        this.state = store.load()
                .map(image -> ImageReader.read(image, registry.tables()))
                .orElseGet(() -> State.empty(start, seed, registry.tables()));
        this.shown = new Shown(state);
        this.clock = new CapyClock(this);
        queue.refill(state);
    }

    /** The world as it stands, with all done that is due. Waits for the writer. */
    public Moment moment() {
        return exclusively(() -> new Moment(state, clock.mode()));
    }

    /**
     * Goes on from a moment of this or another world, in place of where the world stands.
     *
     * @param others what the world's packages keep and do from now on
     * @param settings what they are built with, for the store
     */
    public void become(Registry others, Moment moment, Record settings) {
        moving(() -> {
            replace(moment, settings);
            registry = others;
            state = moment.state();
            shown.become(state);
            clock.mode(moment.mode());
            queue.refill(state);
            return true;
        });
    }

    private void replace(Moment moment, Record settings) {
        try {
            store.replace(moment, settings);
        } catch (Unavailable e) {
            shown.lose(); // nobody knows what became of it
            throw e;
        }
    }

    /** The world's time. */
    public CapyClock clock() {
        return clock;
    }

    /** The world as it is now; the view does not change any more. */
    public View view() {
        return new Snapshot(state());
    }

    /** What {@code reader} makes of the world as it is now. Never waits for a writer. */
    public <T> T read(Function<? super View, ? extends T> reader) {
        return reader.apply(view());
    }

    /**
     * Runs {@code work} as one transaction, then everything that is due by now, and returns what {@code work} returned.
     * When {@code work} throws, nothing has happened and nothing runs.
     *
     * @throws Unavailable when the world would hold more records than it may
     * @throws IllegalStateException when called from inside a transaction
     */
    public <T> T write(Function<? super Tx, ? extends T> work) {
        return exclusively(() -> {
            Tx tx = new Tx(state, registry);
            T answer = work.apply(tx);
            requireRoom(tx);
            commit(tx);
            runDue(state.now());
            return answer;
        });
    }

    /** Runs {@code work} as the world's only writer, and returns when what it did is kept. */
    <T> T exclusively(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction of this world is open on this thread already");
        }
        T answer;
        CompletableFuture<Void> kept;
        lock();
        try {
            goBackWhereCommitsAreLost();
            answer = work.get();
            kept = lastKept;
        } finally {
            lock.unlock();
        }
        shown.await(kept);
        return answer;
    }

    /** Most transactions take less time than a thread that sleeps takes to wake up: a thread asks a few times first. */
    private void lock() {
        for (int i = 0; i < ATTEMPTS; i++) {
            if (lock.tryLock()) {
                return;
            }
            Thread.onSpinWait();
        }
        lock.lock();
    }

    private void goBackWhereCommitsAreLost() {
        if (shown.isLost()) {
            store.resume().ifPresent(image -> shown.become(ImageReader.read(image, registry.tables())));
            state = shown.state();
            queue.refill(state);
            lastKept = Store.KEPT;
            shown.found();
        }
    }

    /** Runs {@code work} as the world's only writer, once no errand keeps its time from moving. */
    <T> T moving(Supplier<T> work) {
        return exclusively(() -> {
            errands.await();
            goBackWhereCommitsAreLost();
            return work.get();
        });
    }

    /** Whether an errand keeps the world's time from moving. */
    boolean isStill() {
        return errands.isUnderWay();
    }

    /** Runs every entry due by {@code limit}, in order, moving time along. Only for the writer. */
    void runDue(Instant limit) {
        Instant instant = state.now();
        for (int atOnce = 0; runNext(limit); atOnce++) {
            if (!state.now().equals(instant)) {
                instant = state.now();
                atOnce = 0;
            } else if (atOnce > MOST_AT_ONCE) {
                throw new IllegalStateException("Time stands still at " + instant + ": "
                        + nextDue(limit).map(Entry::name).orElse("an entry") + " comes up again and again");
            }
        }
    }

    /** Runs the next entry if it is due by {@code limit} and no errand is under way. Only for the writer. */
    boolean runNext(Instant limit) {
        Entry next = errands.isUnderWay() ? null : nextDue(limit).orElse(null);
        if (next == null) {
            return false;
        }
        run(next);
        return true;
    }

    /** The next entry if it is due by {@code limit}. Only for the writer. */
    Optional<Entry> nextDue(Instant limit) {
        Optional<Entry> next = queue.next(state);
        return next.isPresent() && next.get().due().isAfter(limit) ? Optional.empty() : next;
    }

    private void run(Entry entry) {
        if (registry.isErrand(entry.timer())) {
            runErrand(entry);
        } else {
            run(entry, this::perform);
        }
    }

    private void run(Entry entry, BiConsumer<Tx, Timer> performed) {
        State before = state.at(later(state.now(), entry.due()));
        Tx tx = ending(entry, before);
        try {
            performed.accept(tx, entry.timer());
        } catch (RuntimeException | StackOverflowError e) {
            commit(ending(entry, before));
            throw new IllegalStateException(
                    "The timeline entry '" + entry.name() + "' failed at " + before.now() + ": " + e, e);
        }
        commit(tx);
    }

    /** Runs an errand with the lock open; what follows happens only if the entry is still there. */
    private void runErrand(Entry entry) {
        moveTo(entry.due());
        CompletableFuture<Void> kept = lastKept;
        Handler<Timer> next = errands.run(() -> {
            shown.await(kept); // whoever is outside hears of nothing that may be lost
            return outcome(view(), entry.timer());
        });
        if (state.timeline().get(entry.sequence()) == entry) {
            run(entry, next::handle);
        }
    }

    private Handler<Timer> outcome(View view, Timer timer) {
        try {
            return registry.errand(view, timer);
        } catch (RuntimeException | StackOverflowError e) {
            return (tx, what) -> {
                throw new IllegalStateException("the errand failed: " + e, e);
            };
        }
    }

    private Tx ending(Entry entry, State before) {
        Tx tx = new Tx(before, registry);
        tx.end(entry);
        return tx;
    }

    private void perform(Tx tx, Timer timer) {
        if (timer instanceof Delivery delivery) {
            registry.deliver(tx, delivery.event());
        } else {
            registry.run(tx, timer);
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    /** Lets time pass up to {@code time}, to which nothing is due any more. Only for the writer. */
    void moveTo(Instant time) {
        if (time.isAfter(state.now())) {
            commit(new Tx(state.at(time), registry));
        }
    }

    /** Lets time pass as {@link #moveTo} does; the store learns of it with the next commit alone. Only for the writer. */
    void driftTo(Instant time) {
        if (time.isAfter(state.now())) {
            state = state.at(time);
            shown.pass(state);
        }
    }

    private void requireRoom(Tx tx) {
        long records = tx.result().records();
        if (records > mostRecords && records > state.records()) {
            throw new Unavailable(
                    "The world would hold " + records + " records, and " + mostRecords
                            + " is as many as it may: reset it, close what it does not need, or let it have more",
                    UNTIL_ROOM);
        }
    }

    private void commit(Tx tx) {
        Commit commit = tx.close();
        lastKept = store.commit(commit);
        state = tx.result();
        for (Entry entry : commit.scheduled()) {
            queue.add(entry);
        }
        queue.trim(state);
        shown.add(lastKept, commit, state);
    }

    /** Tells {@code witness} of every event from now on, until the watch is closed. */
    public Watch watch(Witness witness) {
        return shown.watch(witness);
    }

    /** The foreground entry to run next. Only for the writer. */
    Optional<Entry> nextForeground() {
        return queue.nextForeground(state);
    }

    /** Whether nothing has ever been committed: the world has yet to be made from its fixture. */
    public boolean isNew() {
        return state().lastEntry() == 0 && state().isEmpty();
    }

    /** Where the world stands: for the writer with all that it did, for everybody else with all that is kept. */
    State state() {
        return lock.isHeldByCurrentThread() ? state : shown.state();
    }

    /**
     * The SHA-256 of the whole state in its canonical form, in lower-case hex: equal when the worlds are, record for
     * record and entry for entry.
     */
    public String digest() {
        return CanonicalForm.sha256(StateForm.of(state()));
    }
}
