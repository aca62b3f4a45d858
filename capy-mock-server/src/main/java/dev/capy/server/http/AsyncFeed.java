package dev.capy.server.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A feed that writes only when the connection takes it at once. Texts come from any thread; all writing happens on one
 * thread, which never waits.
 */
final class AsyncFeed implements Feed, WriteListener {

    private static final int MOST_BYTES = 1 << 20;
    private static final byte[] TOO_SLOW =
            ": cut off, since too much was waiting to be read\n\n".getBytes(StandardCharsets.UTF_8);

    private final ServletOutputStream out;
    private final Executor writer;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean open = true;
    private boolean writing = true;
    private boolean unflushed = true;

    /** @param writer runs one thing after the other, and nothing that waits */
    AsyncFeed(ServletOutputStream out, Executor writer) {
        this.out = out;
        this.writer = writer;
    }

    /** Completes when it is over. */
    CompletableFuture<Void> over() {
        return over;
    }

    /** Begins to write, with the head of the answer. */
    void begin() {
        out.setWriteListener(this);
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
            writer.execute(this::write);
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

    @Override
    public void onWritePossible() {
        writer.execute(this::write);
    }

    private void write() {
        try {
            while (out.isReady()) {
                byte[] next = next();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else if (isDone()) {
                    return;
                }
            }
        } catch (IOException | RuntimeException e) {
            onError(e);
        }
    }

    private synchronized byte @Nullable [] next() {
        byte[] next = waiting.poll();
        waitingBytes -= next == null ? 0 : next.length;
        return next;
    }

    /** Whether nothing is to be written until somebody offers more. */
    private boolean isDone() {
        synchronized (this) {
            if (!waiting.isEmpty()) {
                return false;
            }
            writing = false;
            if (open) {
                return true;
            }
        }
        over.complete(null);
        return true;
    }

    /** Whoever reads has gone, or has not read for too long. */
    @Override
    public void onError(Throwable failure) {
        synchronized (this) {
            open = false;
            waiting.clear();
            waitingBytes = 0;
        }
        over.complete(null);
    }
}
