package dev.capy.server.worlds;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The stay of one world: which one it is in their order, and when it was last used. Thread-safe. */
final class Lodging {

    private final long number;
    private final HostedWorld hosted;
    private final AtomicInteger guests = new AtomicInteger();
    private volatile long lastUsed = System.nanoTime();

    Lodging(long number, HostedWorld hosted) {
        this.number = number;
        this.hosted = hosted;
    }

    long number() {
        return number;
    }

    HostedWorld hosted() {
        return hosted;
    }

    /** Its world, which is being used. */
    HostedWorld use() {
        lastUsed = System.nanoTime();
        return hosted;
    }

    /** Whether it has a time to live. */
    boolean isMortal() {
        return hosted.options().timeToLive() != null;
    }

    /** Somebody stays in it for a while. */
    void enter() {
        guests.incrementAndGet();
    }

    /** Somebody who stayed does not any more. */
    void leave() {
        use();
        guests.decrementAndGet();
    }

    /** For how long nobody has used it. */
    Duration unusedFor() {
        return Duration.ofNanos(System.nanoTime() - lastUsed);
    }

    /** Whether it has lain idle for as long as it may. */
    boolean isOver() {
        Duration timeToLive = hosted.options().timeToLive();
        return timeToLive != null && guests.get() == 0 && unusedFor().compareTo(timeToLive) >= 0;
    }
}
