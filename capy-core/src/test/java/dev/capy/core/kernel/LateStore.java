package dev.capy.core.kernel;

import dev.capy.core.kernel.error.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A store that keeps what it has taken when it is told to, or refuses it. */
final class LateStore implements Store {

    private final List<Commit> taken = new ArrayList<>();
    private final List<Commit> kept = new ArrayList<>();
    private @Nullable CompletableFuture<Void> batch;
    private boolean broken;

    @Override
    public Optional<Image> load() {
        return Optional.empty();
    }

    @Override
    public synchronized CompletableFuture<Void> commit(Commit commit) {
        if (broken) {
            throw new Unavailable("the disk is full", Duration.ofSeconds(2), new IllegalStateException("full"));
        }
        taken.add(commit);
        if (batch == null) {
            batch = new CompletableFuture<>();
        }
        notifyAll();
        return batch;
    }

    @Override
    public synchronized Optional<Image> resume() {
        broken = false;
        return Optional.empty();
    }

    /** Waits until there are so many commits that are not kept. */
    synchronized void awaitTaken(int count) throws InterruptedException {
        while (taken.size() < count) {
            wait();
        }
    }

    synchronized int kept() {
        return kept.size();
    }

    /** Keeps all that it has taken. */
    void keep() {
        CompletableFuture<Void> done;
        synchronized (this) {
            kept.addAll(taken);
            taken.clear();
            done = batch;
            batch = null;
        }
        if (done != null) {
            done.complete(null);
        }
    }

    /** Loses all that it has taken, and takes nothing until the world has gone back. */
    void lose() {
        CompletableFuture<Void> done;
        synchronized (this) {
            taken.clear();
            broken = true;
            done = batch;
            batch = null;
        }
        if (done != null) {
            done.completeExceptionally(
                    new Unavailable("the disk is full", Duration.ofSeconds(2), new IllegalStateException("full")));
        }
    }
}
