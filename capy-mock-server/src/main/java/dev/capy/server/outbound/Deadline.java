package dev.capy.server.outbound;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** An instant of real time by which something has to be over. */
record Deadline(long nanos) {

    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos());
    }

    /**
     * How long it is until then, at least 1.
     *
     * @throws SocketTimeoutException when it is over
     */
    int millisLeft() throws SocketTimeoutException {
        long left = nanos - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) Math.max(1, Duration.ofNanos(left).toMillis());
    }
}
