package dev.capy.server.fault;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.server.http.Exchange;
import dev.capy.server.http.Fate;
import dev.capy.server.http.Interference;
import dev.capy.server.http.Interruption;
import dev.capy.server.http.Point;
import dev.capy.server.http.Reply;
import dev.capy.server.http.Transmission;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;
import dev.capy.server.worlds.Worlds;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Lets faults happen to exchanges. What reaches no world meets those of the default world. Thread-safe. */
public final class FaultInjection implements Interference, WorldFollower, AutoCloseable {

    private static final int GARBAGE = 64;

    private final Map<String, Faults> byWorld = new ConcurrentHashMap<>();
    private final Map<Point, LongAdder> injected = new EnumMap<>(Point.class);
    private final CountDownLatch closing = new CountDownLatch(1);

    public FaultInjection() {
        for (Point point : Point.values()) {
            injected.put(point, new LongAdder());
        }
    }

    /** How many faults have happened there. */
    public long injected(Point point) {
        return counter(point).sum();
    }

    private LongAdder counter(Point point) {
        return Objects.requireNonNull(injected.get(point));
    }

    /** The faults of a world. */
    public Faults of(HostedWorld hosted) {
        return byWorld.computeIfAbsent(
                hosted.id(),
                id -> new Faults(hosted.operations(), hosted.world().seed()));
    }

    /** What tells the webhooks of a world through {@code sender}, its faults included. */
    public WebhookSender delivering(HostedWorld hosted, WebhookSender sender) {
        return new FaultyWebhooks(sender, () -> rules(Point.DELIVERY, hosted.id()), counter(Point.DELIVERY)::increment);
    }

    @Override
    public void closed(HostedWorld hosted) {
        byWorld.remove(hosted.id());
    }

    private List<Rule> rules(Point point, Exchange exchange) {
        return rules(point, exchange.hosted().map(HostedWorld::id).orElse(Worlds.DEFAULT));
    }

    private List<Rule> rules(Point point, String worldId) {
        Faults faults = byWorld.get(worldId);
        return faults == null || faults.isEmpty() ? List.of() : faults.at(point);
    }

    @Override
    public void at(Point point, Exchange exchange) {
        for (Rule rule : rules(point, exchange)) {
            if (point != Point.WHILE_SENDING || rule.fault().effect() instanceof Effect.Latency) {
                rule.strike(RecordedRequest.of(exchange)).ifPresent(random -> {
                    counter(point).increment();
                    happen(rule.fault().effect(), exchange, random);
                });
            }
        }
    }

    private void happen(Effect effect, Exchange exchange, SplittableRandom random) {
        if (effect instanceof Effect.Latency latency) {
            delay(exchange, latency, latency.delay().draw(random));
        } else if (effect instanceof Effect.Status status) {
            throw new Interruption(new Fate.Answered(reply(exchange, status)));
        } else if (effect instanceof Effect.Break broken) {
            throw new Interruption(fate(broken));
        }
    }

    private void delay(Exchange exchange, Effect.Latency latency, Duration duration) {
        if (latency.wall()) {
            sleep(duration);
        } else {
            exchange.hosted().ifPresent(hosted -> hosted.world().clock().advance(duration));
        }
    }

    /** Ends early when the server does. */
    private void sleep(Duration duration) {
        try {
            if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Interruption(new Fate.Closed());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interruption(new Fate.Closed());
        }
    }

    private static Reply reply(Exchange exchange, Effect.Status status) {
        return exchange.error(
                status.status(),
                status.code(),
                status.shownMessage(),
                status.seconds() == null ? Map.of() : Map.of("Retry-After", String.valueOf(status.seconds())));
    }

    private static Fate fate(Effect.Break broken) {
        return switch (broken.kind()) {
            case RESET -> new Fate.Reset();
            case CLOSE -> new Fate.Closed();
            case STALL -> new Fate.Stalled(broken.limit());
        };
    }

    @Override
    public Transmission sending(Exchange exchange, byte[] body) {
        for (Rule rule : rules(Point.WHILE_SENDING, exchange)) {
            Effect effect = rule.fault().effect();
            if (!(effect instanceof Effect.Latency)) {
                Optional<SplittableRandom> random = rule.strike(RecordedRequest.of(exchange));
                if (random.isPresent()) {
                    counter(Point.WHILE_SENDING).increment();
                    return spoilt(effect, body, random.get());
                }
            }
        }
        return Transmission.whole(body);
    }

    private static Transmission spoilt(Effect effect, byte[] body, SplittableRandom random) {
        if (effect instanceof Effect.Break broken) {
            return new Transmission(Arrays.copyOf(body, body.length / 2), body.length, fate(broken));
        }
        Effect.Body spoilt = (Effect.Body) effect;
        return switch (spoilt.kind()) {
            case EMPTY -> Transmission.whole(new byte[0]);
            case GARBAGE -> Transmission.whole(garbage(random));
            case TRUNCATED ->
                spoilt.bytes() >= body.length
                        ? Transmission.whole(body)
                        : new Transmission(Arrays.copyOf(body, spoilt.bytes()), body.length, new Fate.Closed());
        };
    }

    private static byte[] garbage(SplittableRandom random) {
        byte[] bytes = new byte[GARBAGE];
        random.nextBytes(bytes);
        bytes[0] = '}';
        return bytes;
    }

    /** Ends all delays; what is delayed is closed. */
    @Override
    public void close() {
        closing.countDown();
    }
}
