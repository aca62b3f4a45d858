package dev.capy.server.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Knows how many requests are under way, so that a server can end when they are answered. Thread-safe. */
final class UnderWay extends Handler.Wrapper {

    private static final String TURN = UnderWay.class.getName();

    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean ending;

    /** One request until it is answered. */
    private final class Turn {

        private final AtomicBoolean over = new AtomicBoolean();

        private void end() {
            if (over.compareAndSet(false, true) && count.decrementAndGet() == 0 && ending) {
                tell();
            }
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        count.incrementAndGet();
        Turn turn = new Turn();
        request.setAttribute(TURN, turn);
        boolean handled = false;
        try {
            handled = super.handle(request, response, Callback.from(callback, turn::end));
            return handled;
        } finally {
            if (!handled) {
                turn.end();
            }
        }
    }

    /** Nobody has to wait for this one: it goes on until somebody ends it. */
    static void leave(Request request) {
        if (request.getAttribute(TURN) instanceof Turn turn) {
            turn.end();
        }
    }

    /** Whether the server ends: a connection is not to be used again. */
    boolean isEnding() {
        return ending;
    }

    private synchronized void tell() {
        notifyAll();
    }

    /** From now on the last answer of each connection is the next one; answers whether any is under way. */
    boolean end() {
        ending = true;
        return count.get() > 0;
    }

    /**
     * Waits until all of them are answered, but not longer than {@code limit}.
     *
     * @param lull how long none must be under way, since others may have been sent that nobody has read yet
     */
    synchronized void await(Duration limit, Duration lull) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            while (count.get() > 0 && left(deadline) > 0) {
                awaitAnswers(deadline);
                awaitMore(System.nanoTime() + Math.min(lull.toNanos(), left(deadline)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitAnswers(long deadline) throws InterruptedException {
        while (count.get() > 0 && left(deadline) > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left(deadline));
        }
    }

    private void awaitMore(long end) throws InterruptedException {
        while (count.get() == 0 && left(end) > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left(end));
        }
    }

    private static long left(long deadline) {
        return deadline - System.nanoTime();
    }
}
