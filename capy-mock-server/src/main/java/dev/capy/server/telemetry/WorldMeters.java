package dev.capy.server.telemetry;

import dev.capy.core.kernel.Watch;
import dev.capy.server.metrics.Count;
import dev.capy.server.metrics.Metrics;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the worlds that come and go, and what happens in them. Thread-safe. */
public final class WorldMeters implements WorldFollower {

    private final Map<HostedWorld, Watch> watches = new ConcurrentHashMap<>();
    private final Map<Class<?>, LongAdder> byKind = new ConcurrentHashMap<>();
    private final LongAdder opened;
    private final LongAdder closed;
    private final Count events;

    public WorldMeters(Metrics metrics) {
        Count changes = metrics.count("capy.worlds.changes", "Worlds that were opened or closed", "change");
        opened = changes.of("opened");
        closed = changes.of("closed");
        events = metrics.count("capy.events", "What happened in worlds, by the kind of event", "kind");
        metrics.gauge("capy.worlds", "Worlds that are open", watches::size);
        metrics.gauge("capy.timeline.pending", "Entries on the timelines of all worlds", this::pending);
    }

    private long pending() {
        return watches.keySet().stream()
                .mapToLong(hosted -> hosted.world().clock().pending().size())
                .sum();
    }

    @Override
    public void opens(HostedWorld hosted) {
        opened.increment();
        watches.put(
                hosted,
                hosted.world().watch((at, event) -> counter(event.getClass()).increment()));
    }

    private LongAdder counter(Class<?> kind) {
        return byKind.computeIfAbsent(kind, known -> events.of(known.getSimpleName()));
    }

    @Override
    public void closed(HostedWorld hosted) {
        closed.increment();
        Watch watch = watches.remove(hosted);
        if (watch != null) {
            watch.close();
        }
    }
}
