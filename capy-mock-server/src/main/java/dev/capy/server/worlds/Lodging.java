package dev.capy.server.worlds;

import java.time.Duration;

/** The stay of one world: which one it is in their order, and when it was last used. Thread-safe. */
final class Lodging {

    private final long number;
    private final HostedWorld hosted;
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

    /** Whether it has lain idle for as long as it may. */
    boolean isOver() {
        Duration timeToLive = hosted.options().timeToLive();
        return timeToLive != null
                && Duration.ofNanos(System.nanoTime() - lastUsed).compareTo(timeToLive) >= 0;
    }
}
