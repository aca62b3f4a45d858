package dev.capy.core.kernel;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether an errand is under way, for which the world's lock is open and its time stands still. */
final class Errands {

    private final ReentrantLock lock;
    private final Condition over;
    private volatile @Nullable Thread underWay;

    Errands(ReentrantLock lock) {
        this.lock = lock;
        this.over = lock.newCondition();
    }

    boolean isUnderWay() {
        return underWay != null;
    }

    /** Runs an errand with the lock open. Only for the writer. */
    <T> T run(Supplier<T> errand) {
        underWay = Thread.currentThread();
        lock.unlock();
        try {
            return errand.get();
        } finally {
            lock.lock();
            underWay = null;
            over.signalAll();
        }
    }

    /**
     * Waits until no errand is under way. Only for the writer.
     *
     * @throws IllegalStateException when the errand is what waits
     */
    void await() {
        if (Thread.currentThread().equals(underWay)) {
            throw new IllegalStateException("time stands still until the errand that this thread runs is over");
        }
        while (isUnderWay()) {
            over.awaitUninterruptibly();
        }
    }
}
