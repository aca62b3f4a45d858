package dev.capy.bench.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Keeps connections busy from one thread, which is quick enough for every server here and leaves it the other processors.
 * Not thread-safe.
 */
public final class Load implements AutoCloseable {

    private static final long NANOS_IN_A_SECOND = 1_000_000_000L;
    private static final long PATIENCE_MILLIS = 30_000;

    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();

    /** Opens one connection for each of the requests, which it sends over and over. */
    public Load(int port, List<byte[]> requests) throws IOException {
        selector = Selector.open();
        for (byte[] request : requests) {
            connections.add(new Connection(port, request, selector));
        }
    }

    /** Closed loop: each connection asks again as soon as it is answered. */
    public Result closed(int count) throws IOException {
        Latencies latencies = new Latencies(count);
        long start = System.nanoTime();
        int sent = 0;
        for (Connection connection : connections.subList(0, Math.min(count, connections.size()))) {
            connection.send(System.nanoTime());
            sent++;
        }
        while (latencies.count() < count) {
            for (Connection answered : answered(PATIENCE_MILLIS)) {
                long now = System.nanoTime();
                latencies.add(now - answered.startedNanos());
                if (sent < count) {
                    answered.send(now);
                    sent++;
                }
            }
        }
        return new Result(count * (double) NANOS_IN_A_SECOND / (System.nanoTime() - start), latencies);
    }

    /**
     * Open loop: requests fall due at a fixed rate, looked at every millisecond, and the time that one waits for a free
     * connection counts.
     */
    public Result open(int count, double perSecond) throws IOException {
        Latencies latencies = new Latencies(count);
        Deque<Connection> free = new ArrayDeque<>(connections);
        long start = System.nanoTime();
        int sent = 0;
        while (latencies.count() < count) {
            double due = (System.nanoTime() - start) * perSecond / NANOS_IN_A_SECOND;
            while (sent < Math.min(due, count) && !free.isEmpty()) {
                free.pop().send(start + (long) (sent / perSecond * NANOS_IN_A_SECOND));
                sent++;
            }
            boolean waiting = sent == count || free.isEmpty();
            for (Connection answered : answered(waiting ? PATIENCE_MILLIS : 1)) {
                latencies.add(System.nanoTime() - answered.startedNanos());
                free.push(answered);
            }
        }
        return new Result(count * (double) NANOS_IN_A_SECOND / (System.nanoTime() - start), latencies);
    }

    private List<Connection> answered(long millis) throws IOException {
        if (selector.select(millis) == 0 && millis == PATIENCE_MILLIS) {
            throw new IOException("no answer within " + PATIENCE_MILLIS + " ms");
        }
        List<Connection> answered = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (connection.read()) {
                answered.add(connection);
            }
        }
        selector.selectedKeys().clear();
        return answered;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
        selector.close();
    }
}
