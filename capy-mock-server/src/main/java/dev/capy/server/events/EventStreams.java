package dev.capy.server.events;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.background.Ticker;
import dev.capy.server.http.ControlCall;
import dev.capy.server.http.Feed;
import dev.capy.server.http.StreamHandler;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import dev.capy.server.worlds.Worlds;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events of all worlds, as streams. While a world that polls move has a reader, it goes on by itself when nobody calls
 * it. One thread looks after all streams; there is none while there is no stream. Thread-safe.
 */
public final class EventStreams implements StreamHandler, WorldFollower, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Worlds worlds;
    private final Map<String, WorldEvents> byWorld = new ConcurrentHashMap<>();
    private final Ticker ticker = new Ticker("capy-events", PAUSE, this::turn);
    private int streams;

    /** @param worlds whose events they are; has to be told to follow this */
    public EventStreams(Worlds worlds) {
        this.worlds = worlds;
    }

    @Override
    public void opens(HostedWorld hosted) {
        byWorld.put(hosted.id(), new WorldEvents(hosted));
    }

    @Override
    public void closed(HostedWorld hosted) {
        WorldEvents events = byWorld.remove(hosted.id());
        if (events != null) {
            events.close();
        }
    }

    @Override
    public Consumer<Feed> open(ControlCall call, @Nullable String lastEventId) {
        String id = call.hosted().id();
        WorldEvents events =
                Optional.ofNullable(byWorld.get(id)).orElseThrow(() -> new NotFound("There is no world " + id));
        EventKinds kinds = call.query().text("kinds").map(EventKinds::read).orElse(EventKinds.ALL);
        OptionalLong after = lastEventId == null ? OptionalLong.empty() : OptionalLong.of(number(lastEventId));
        after.ifPresent(events.log()::requireKnown);
        return feed -> connect(events, new EventReader(feed, kinds), after, feed);
    }

    private static long number(String lastEventId) {
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw Invalid.at("$.Last-Event-ID", "must be the id of an event, which is a number");
        }
        return Long.parseLong(lastEventId);
    }

    private void connect(WorldEvents events, EventReader reader, OptionalLong after, Feed feed) {
        String id = events.hosted().id();
        worlds.enter(id);
        begun();
        events.log().join(reader, after);
        feed.whenOver(() -> {
            events.log().leave(reader);
            ended();
            worlds.leave(id);
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
        byWorld.values().forEach(this::lookAfter);
    }

    private void lookAfter(WorldEvents events) {
        var readers = events.log().readers();
        readers.forEach(reader -> reader.keepAlive(SILENCE));
        if (!readers.isEmpty() && worlds.isStill(events.hosted().id(), PAUSE)) {
            try {
                events.goOn();
            } catch (RuntimeException e) {
                LOG.error("What fell due failed", e);
            }
        }
    }

    @Override
    public void close() {
        ticker.close();
    }
}
