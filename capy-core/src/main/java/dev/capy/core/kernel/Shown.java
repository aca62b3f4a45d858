package dev.capy.core.kernel;

import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What everybody but the writer sees of a world: the state after the last commit that is kept. What is committed and not
 * kept yet waits here, with the events that nobody has been told of. Thread-safe.
 */
final class Shown {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** Commits that are kept together. */
    private static final class Batch {

        private final CompletableFuture<Void> kept;
        private final List<Commit> commits = new ArrayList<>();
        private State state;

        private Batch(CompletableFuture<Void> kept, State state) {
            this.kept = kept;
            this.state = state;
        }
    }

    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();
    private final Deque<Batch> waiting = new ArrayDeque<>();
    private volatile State state;
    private volatile boolean lost;

    Shown(State state) {
        this.state = state;
    }

    State state() {
        return state;
    }

    /** Whether commits were not kept that the writer still builds on. */
    boolean isLost() {
        return lost;
    }

    /** Nobody knows where the store stands: the writer has to ask it. */
    void lose() {
        lost = true;
    }

    /** The writer has gone back to {@link #state()}. */
    void found() {
        lost = false;
    }

    /** Shows a state that comes from no commit and is kept. */
    synchronized void become(State next) {
        waiting.clear();
        state = next;
    }

    /** Time passes after all that was committed, and nothing else happens. */
    synchronized void pass(State next) {
        if (lost) {
            return; // time passed after what never was
        }
        Batch last = waiting.peekLast();
        if (last == null) {
            state = next;
        } else {
            last.state = next;
        }
    }

    /**
     * Takes a commit in the order in which they are made.
     *
     * @param kept completes when it is kept
     * @param next the state after it
     */
    void add(CompletableFuture<Void> kept, Commit commit, State next) {
        if (!queued(kept, commit, next)) {
            kept.whenComplete((nothing, failure) -> settle());
        }
    }

    /** Whether nobody has to be told when it is kept. */
    private synchronized boolean queued(CompletableFuture<Void> kept, Commit commit, State next) {
        Batch last = waiting.peekLast();
        if (last == null && kept == Store.KEPT) {
            show(commit, next);
            return true;
        }
        boolean joins = last != null && last.kept == kept;
        Batch batch = joins ? last : new Batch(kept, next);
        batch.state = next;
        batch.commits.add(commit);
        if (!joins) {
            waiting.add(batch);
        }
        return joins;
    }

    private synchronized void settle() {
        Batch first = waiting.peekFirst();
        while (first != null && first.kept.isDone()) {
            if (first.kept.isCompletedExceptionally()) {
                waiting.clear();
                lost = true;
                return;
            }
            waiting.removeFirst();
            State next = first.state;
            state = next;
            first.commits.forEach(this::tell);
            first = waiting.peekFirst();
        }
    }

    private void show(Commit commit, State next) {
        state = next;
        tell(commit);
    }

    private void tell(Commit commit) {
        for (Event event : commit.events()) {
            for (Witness witness : witnesses) {
                witness.saw(commit.now(), event);
            }
        }
    }

    /**
     * Waits until it is kept, and shown.
     *
     * @throws Unavailable when it is not kept
     */
    void await(CompletableFuture<Void> kept) {
        if (kept == Store.KEPT) {
            return;
        }
        try {
            kept.join();
        } catch (CompletionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw cause instanceof CapyException known ? again(known) : unavailable(cause);
        } finally {
            settle(); // a future wakes who waits for it before it has told all others
        }
    }

    private static CapyException again(CapyException known) {
        return known instanceof Unavailable away ? new Unavailable(away.getMessage(), away.retryAfter(), away) : known;
    }

    private static Unavailable unavailable(Throwable cause) {
        return new Unavailable("What was asked for could not be kept: " + cause.getMessage(), RETRY_AFTER, cause);
    }

    /** Tells {@code witness} of every event from now on, until the watch is closed. */
    Watch watch(Witness witness) {
        witnesses.add(witness);
        return () -> witnesses.remove(witness);
    }
}
