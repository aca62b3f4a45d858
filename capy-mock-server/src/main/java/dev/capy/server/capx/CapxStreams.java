package dev.capy.server.capx;

import dev.capy.core.capx.Capx;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.events.Caretaker;
import dev.capy.server.events.SseFeed;
import dev.capy.server.http.CapxCall;
import dev.capy.server.http.Feed;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations that answer with streams: activity, and what agents log. Thread-safe. */
public final class CapxStreams implements WorldFollower {

    private static final String LAST_EVENT = "$.Last-Event-ID";

    private final Caretaker caretaker;
    private final Map<String, News> byWorld = new ConcurrentHashMap<>();

    /** Has to be told to follow the worlds whose streams they are. */
    public CapxStreams(Caretaker caretaker) {
        this.caretaker = caretaker;
    }

    @Override
    public void opens(HostedWorld hosted) {
        byWorld.put(hosted.id(), new News(hosted.world()));
    }

    @Override
    public void closed(HostedWorld hosted) {
        News news = byWorld.remove(hosted.id());
        if (news != null) {
            news.close();
        }
    }

    /** What happens in one company or in all: from now on, or after the event that the reader has seen. */
    Consumer<Feed> activity(CapxCall call, @Nullable String lastEventId) {
        Capx capx = call.world().capx();
        ActivityFilter filter = call.world().read(view -> ActivityFilter.of(call, view));
        long seen = lastEventId == null ? ActivityReader.NOTHING : eventNumber(lastEventId);
        return feed -> connect(call, feed, sse -> new ActivityReader(sse, capx.activities(), call.key(), filter, seen));
    }

    private static long eventNumber(String lastEventId) {
        try {
            return Activity.number(lastEventId);
        } catch (Invalid e) {
            throw Invalid.at(LAST_EVENT, e.getMessage());
        }
    }

    /** What an agent logs: all of it, or what comes after the line that the reader has seen. */
    Consumer<Feed> logs(CapxCall call, @Nullable String lastEventId) {
        Agent agent = call.world().read(view -> AgentsApi.visible(view, call));
        long seen = lastEventId == null ? 0 : lineNumber(lastEventId);
        return feed ->
                connect(call, feed, sse -> new LogReader(sse, call.world().capx(), agent.id(), seen));
    }

    private static long lineNumber(String lastEventId) {
        if (!lastEventId.matches("[0-9]{1,18}")) {
            throw Invalid.at(LAST_EVENT, "must be the id of a line, which is a number");
        }
        return Long.parseLong(lastEventId);
    }

    private void connect(CapxCall call, Feed feed, Function<SseFeed, News.Reader> maker) {
        News news = Optional.ofNullable(byWorld.get(call.hosted().id()))
                .orElseThrow(() -> new NotFound("There is no such world any more"));
        SseFeed sse = new SseFeed(feed);
        News.Reader reader = maker.apply(sse);
        caretaker.take(call.hosted(), sse);
        news.join(reader);
        sse.whenOver(() -> news.leave(reader));
    }
}
