package dev.capy.server.events;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.background.Ticker;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.Worlds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after streams while they go on: says now and then that they do, and while a world that polls move has a reader,
 * lets it go on by itself when nobody calls it. One thread looks after all of them; there is none while there is no
 * stream. Thread-safe.
 */
public final class Caretaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** A world that is never idle shall not keep the others waiting. */
    private static final int MOST_POLLS = 1_000;

    private final Worlds worlds;
    private final Map<HostedWorld, List<SseFeed>> byWorld = new ConcurrentHashMap<>();
    private final Ticker ticker = new Ticker("capy-events", PAUSE, this::turn);
    private int streams;

    public Caretaker(Worlds worlds) {
        this.worlds = worlds;
    }

    /** Looks after a stream of a world until it is over. */
    public void take(HostedWorld hosted, SseFeed feed) {
        worlds.enter(hosted.id());
        byWorld.computeIfAbsent(hosted, world -> new CopyOnWriteArrayList<>()).add(feed);
        begun();
        feed.whenOver(() -> {
            byWorld.computeIfPresent(hosted, (world, feeds) -> feeds.remove(feed) && feeds.isEmpty() ? null : feeds);
            ended();
            worlds.leave(hosted.id());
        });
    }

    private synchronized void begun() {
        if (streams++ == 0) {
            ticker.start();
        }
    }

    private synchronized void ended() {
        if (--streams == 0) {
            ticker.stop();
        }
    }

    private void turn() {
        byWorld.forEach((hosted, feeds) -> {
            feeds.forEach(feed -> feed.keepAlive(SILENCE));
            if (!feeds.isEmpty() && worlds.isStill(hosted.id(), PAUSE)) {
                goOn(hosted.world().clock(), feeds);
            }
        });
    }

    /** Lets a world that polls move go on to the next event that somebody reads, once everybody has read all others. */
    private static void goOn(CapyClock clock, List<SseFeed> feeds) {
        if (clock.mode() != ClockMode.ON_POLL || !feeds.stream().allMatch(SseFeed::isUpToDate)) {
            return;
        }
        try {
            long told = told(feeds);
            for (int polls = 0; polls < MOST_POLLS && !clock.isIdle() && told(feeds) == told; polls++) {
                clock.poll();
            }
        } catch (RuntimeException e) {
            LOG.error("What fell due failed", e);
        }
    }

    private static long told(List<SseFeed> feeds) {
        return feeds.stream().mapToLong(SseFeed::told).sum();
    }

    @Override
    public void close() {
        ticker.close();
    }
}
