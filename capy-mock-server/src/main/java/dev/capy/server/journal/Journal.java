package dev.capy.server.journal;

import dev.capy.server.http.Exchange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest requests of one world, each from the moment it arrived. A ring: the oldest ones go when there are too many or
 * their bodies take too much. Thread-safe; a look is a consistent picture of one moment and keeps nobody waiting.
 */
public final class Journal {

    static final int MOST_REQUESTS = 10_000;
    static final long MOST_BYTES = 64L << 20;
    private static final int FIRST_ROOM = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final int mostRequests;
    private final long mostBytes;
    private @Nullable RecordedRequest[] ring = new @Nullable RecordedRequest[FIRST_ROOM];
    private long first = 1;
    private long next = 1;
    private long bytes;
    private long changes;
    private long forgotten;

    public Journal() {
        this(MOST_REQUESTS, MOST_BYTES);
    }

    Journal(int mostRequests, long mostBytes) {
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
    }

    /** Takes a request down and gives it its number. */
    void add(Exchange exchange) {
        locked(() -> {
            exchange.sequence(next);
            makeRoom();
            put(next++, RecordedRequest.of(exchange));
            return null;
        });
    }

    /** Takes down what more is known of a request; nothing happens when it is not kept any more. */
    void update(Exchange exchange) {
        locked(() -> {
            long sequence = exchange.sequence();
            if (sequence >= first && sequence < next) {
                RecordedRequest before = at(sequence);
                bytes -= before.weight();
                put(sequence, RecordedRequest.of(exchange));
            }
            return null;
        });
    }

    private void put(long sequence, RecordedRequest request) {
        ring[slot(sequence)] = request;
        bytes += request.weight();
        while (bytes > mostBytes && first < next) {
            forgetOldest();
        }
        changes++;
        changed.signalAll();
    }

    private void makeRoom() {
        if (next - first == mostRequests) {
            forgetOldest();
        } else if (next - first == ring.length) {
            grow();
        }
    }

    private void grow() {
        RecordedRequest[] kept = copy();
        ring = new @Nullable RecordedRequest[Math.min(mostRequests, ring.length * 2)];
        for (int i = 0; i < kept.length; i++) {
            ring[slot(first + i)] = kept[i];
        }
    }

    private void forgetOldest() {
        bytes -= at(first).weight();
        ring[slot(first)] = null;
        first++;
        forgotten++;
    }

    private int slot(long sequence) {
        return (int) (sequence % ring.length);
    }

    private RecordedRequest at(long sequence) {
        return Objects.requireNonNull(ring[slot(sequence)]);
    }

    private RecordedRequest[] copy() {
        RecordedRequest[] copy = new RecordedRequest[(int) (next - first)];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = at(first + i);
        }
        return copy;
    }

    /** All requests that are kept, in the order of arrival. */
    public List<RecordedRequest> all() {
        return List.of(locked(this::copy));
    }

    /** Those that a query asks for, in the order of arrival. */
    public List<RecordedRequest> find(RequestQuery query) {
        return all().stream().filter(query::matches).limit(query.limit()).toList();
    }

    /** The request with this number; empty when there is none, or none any more. */
    public Optional<RecordedRequest> find(long sequence) {
        return locked(() ->
                sequence >= first && sequence < next ? Optional.of(at(sequence)) : Optional.<RecordedRequest>empty());
    }

    /** The number that the newest request got; 0 before the first. */
    public long lastSequence() {
        return locked(() -> next - 1);
    }

    /** How many requests are kept. */
    int size() {
        return locked(() -> (int) (next - first));
    }

    /** How many requests went because there were too many. */
    long forgotten() {
        return locked(() -> forgotten);
    }

    /** How much memory the bodies take that are kept. */
    long bytes() {
        return locked(() -> bytes);
    }

    /** Forgets all requests; numbers go on from there. */
    public void clear() {
        locked(() -> {
            Arrays.fill(ring, null);
            first = next;
            bytes = 0;
            changes++;
            changed.signalAll();
            return null;
        });
    }

    /**
     * Looks at all requests, again after every change, until it sees what is wanted or so much wall time has passed. What
     * it answers is its last look.
     *
     * @throws IllegalStateException when the waiting thread is interrupted
     */
    public <T> T await(Function<List<RecordedRequest>, T> look, Predicate<? super T> wanted, Duration patience) {
        long left = patience.toNanos();
        while (true) {
            long seen = locked(() -> changes);
            T found = look.apply(all());
            if (wanted.test(found) || left <= 0) {
                return found;
            }
            left = awaitChange(seen, left);
        }
    }

    private long awaitChange(long seen, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (changes == seen && left > 0) {
                left = changed.awaitNanos(left);
            }
            return left;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited for requests", e);
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
