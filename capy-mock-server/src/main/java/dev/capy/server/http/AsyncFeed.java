package dev.capy.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * A feed that waits for nobody who reads slowly. Texts come from any thread; all writing happens on one thread, a text
 * when the connection has taken the one before.
 */
final class AsyncFeed implements Feed {

    private static final int MOST_BYTES = 1 << 20;
    private static final byte[] HEAD_ALONE = {};
    private static final byte[] TOO_SLOW =
            ": cut off, since too much was waiting to be read\n\n".getBytes(StandardCharsets.UTF_8);

    private final Content.Sink out;
    private final Executor writer;
    private final CompletableFuture<Ending> over = new CompletableFuture<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean open = true;
    private boolean writing = true;

    /** @param writer runs one thing after the other, and nothing that waits */
    AsyncFeed(Content.Sink out, Executor writer) {
        this.out = out;
        this.writer = writer;
    }

    /** Completes when it is over, with how it ended. */
    CompletableFuture<Ending> over() {
        return over;
    }

    /** Begins to write, with the head of the answer. */
    void begin() {
        writer.execute(() -> write(HEAD_ALONE));
    }

    @Override
    public synchronized void send(byte[] text) {
        if (open && waitingBytes + text.length > MOST_BYTES) {
            end(TOO_SLOW);
        } else if (open) {
            offer(text);
        }
    }

    @Override
    public synchronized void end(byte[] text) {
        if (open) {
            open = false;
            offer(text);
        }
    }

    private void offer(byte[] text) {
        waiting.add(text);
        waitingBytes += text.length;
        if (!writing) {
            writing = true;
            writer.execute(this::writeNext);
        }
    }

    @Override
    public synchronized boolean isDrained() {
        return waiting.isEmpty();
    }

    @Override
    public void whenOver(Runnable work) {
        over.thenRun(work);
    }

    private void writeNext() {
        byte[] next = next();
        if (next != null) {
            write(next);
        }
    }

    private void write(byte[] text) {
        out.write(
                false,
                ByteBuffer.wrap(text),
                Callback.from(
                        InvocationType.NON_BLOCKING, () -> writer.execute(this::writeNext), failure -> abandon()));
    }

    /** What is to be written; null when nothing is until somebody offers more, or for good. */
    private byte @Nullable [] next() {
        synchronized (this) {
            byte[] next = waiting.poll();
            if (next != null) {
                waitingBytes -= next.length;
                return next;
            }
            writing = false;
            if (open) {
                return null;
            }
        }
        over.complete(Ending.ANSWERED);
        return null;
    }

    /** Ends it with nothing more. */
    void abandon() {
        synchronized (this) {
            open = false;
            waiting.clear();
            waitingBytes = 0;
        }
        over.complete(Ending.CLOSED);
    }
}
