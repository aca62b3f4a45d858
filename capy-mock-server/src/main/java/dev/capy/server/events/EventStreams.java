package dev.capy.server.events;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.http.ControlCall;
import dev.capy.server.http.Feed;
import dev.capy.server.http.StreamHandler;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of all worlds, as streams. Thread-safe. */
public final class EventStreams implements StreamHandler, WorldFollower {

    private final Caretaker caretaker;
    private final Map<String, WorldEvents> byWorld = new ConcurrentHashMap<>();

    /** Has to be told to follow the worlds whose events they are. */
    public EventStreams(Caretaker caretaker) {
        this.caretaker = caretaker;
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
        return feed -> connect(events, new SseFeed(feed), kinds, after);
    }

    private static long number(String lastEventId) {
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw Invalid.at("$.Last-Event-ID", "must be the id of an event, which is a number");
        }
        return Long.parseLong(lastEventId);
    }

    private void connect(WorldEvents events, SseFeed feed, EventKinds kinds, OptionalLong after) {
        EventReader reader = new EventReader(feed, kinds);
        caretaker.take(events.hosted(), feed);
        events.log().join(reader, after);
        feed.whenOver(() -> events.log().leave(reader));
    }
}
