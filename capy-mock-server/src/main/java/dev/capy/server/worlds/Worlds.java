package dev.capy.server.worlds;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.server.background.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worlds of a server, and which token opens which. A world that has a time to live is closed when it has lain idle
 * for so long; one thread looks after all of them, and there is none while no world has any. Thread-safe.
 */
public final class Worlds implements AutoCloseable {

    /** The id of the world that calls without a world mean. */
    public static final String DEFAULT = "default";

    private static final Logger LOG = LoggerFactory.getLogger(Worlds.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private record Door(Lodging lodging, String tokenName) {}

    private final int most;
    private final WorldKeeper keeper;
    private final Map<String, Lodging> byId = new ConcurrentHashMap<>();
    private final ConcurrentNavigableMap<Long, Lodging> inOrder = new ConcurrentSkipListMap<>();
    private final Map<String, Door> byToken = new ConcurrentHashMap<>();
    private final Map<CapyWorld, String> ids = new ConcurrentHashMap<>();
    private final List<WorldFollower> followers = new CopyOnWriteArrayList<>();
    private final Ticker idleness = new Ticker("capy-worlds", PAUSE, this::closeIdle);
    private long lastNumber;
    private int mortal;
    private boolean closed;

    /** @param most how many worlds there may be at once */
    public Worlds(int most) {
        this(most, WorldKeeper.none());
    }

    /**
     * @param most how many worlds there may be at once
     * @param keeper keeps them beyond this process
     */
    public Worlds(int most, WorldKeeper keeper) {
        this.most = most;
        this.keeper = keeper;
    }

    /** What keeps them beyond this process. */
    public WorldKeeper keeper() {
        return keeper;
    }

    /** An id that no world has. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    /** Tells {@code follower} of every world from now on, after those who asked for it before. */
    public void follow(WorldFollower follower) {
        followers.add(follower);
    }

    /**
     * Adds a world under an id of its own, with tokens that nobody can guess.
     *
     * @throws Conflict when it is here already, or there are too many
     */
    public HostedWorld open(CapyWorld world, WorldOptions options) {
        return open(newId(), world, options);
    }

    /**
     * Adds a world, with tokens that nobody can guess.
     *
     * @param id from {@link #newId}
     * @throws Conflict when it is here already, or there are too many
     */
    public HostedWorld open(String id, CapyWorld world, WorldOptions options) {
        HostedWorld hosted = HostedWorld.withSecretTokens(id, world, options);
        keeper.serve(hosted);
        try {
            add(hosted);
            return hosted;
        } catch (Conflict e) {
            keeper.forget(id);
            throw e;
        }
    }

    /**
     * Adds a world.
     *
     * @throws Conflict when its id or one of its tokens is taken, it is here already, or there are too many
     */
    public synchronized void add(HostedWorld hosted) {
        requireRoom(hosted);
        Lodging lodging = new Lodging(++lastNumber, hosted);
        followers.forEach(follower -> follower.opens(hosted));
        ids.put(hosted.world(), hosted.id());
        byId.put(hosted.id(), lodging);
        inOrder.put(lodging.number(), lodging);
        hosted.tokens().forEach((name, secret) -> byToken.put(secret, new Door(lodging, name)));
        if (lodging.isMortal() && mortal++ == 0) {
            idleness.start();
        }
    }

    private void requireRoom(HostedWorld hosted) {
        if (closed) {
            throw new Conflict("The server is closed");
        } else if (byId.size() >= most) {
            throw new Conflict("There are " + byId.size() + " worlds, which is as many as may be: close some first");
        } else if (ids.containsKey(hosted.world())) {
            throw new Conflict("This world is served already, as " + ids.get(hosted.world()));
        } else if (byId.containsKey(hosted.id())
                || hosted.tokens().values().stream().anyMatch(byToken::containsKey)) {
            throw new Conflict("There is a world " + hosted.id() + ", or one with the same tokens");
        }
    }

    /**
     * Ends a world: its tokens open nothing any more, and nothing knows it.
     *
     * @return whether it was there
     */
    public boolean close(String id) {
        if (!has(id)) {
            return false;
        }
        keeper.forget(id);
        return release(id);
    }

    /**
     * Serves a world no more; whatever keeps it does so still.
     *
     * @return whether it was there
     */
    public boolean release(String id) {
        Lodging lodging = removed(id);
        if (lodging == null) {
            return false;
        }
        followers.forEach(follower -> follower.closed(lodging.hosted()));
        return true;
    }

    private synchronized @Nullable Lodging removed(String id) {
        Lodging lodging = byId.remove(id);
        if (lodging != null) {
            inOrder.remove(lodging.number());
            ids.remove(lodging.hosted().world());
            lodging.hosted().tokens().values().forEach(byToken::remove);
            if (lodging.isMortal() && --mortal == 0) {
                idleness.stop();
            }
        }
        return lodging;
    }

    private void closeIdle() {
        if (inOrder.values().stream().noneMatch(Lodging::isOver)) {
            return;
        }
        try {
            keeper.check();
            inOrder.values().stream()
                    .filter(Lodging::isOver)
                    .map(lodging -> lodging.hosted().id())
                    .forEach(this::close);
        } catch (Unavailable e) {
            LOG.debug("Idle worlds stay until the store can forget them", e);
        }
    }

    /**
     * The world with this id, which counts as used.
     *
     * @throws NotFound when there is none
     */
    public HostedWorld get(String id) {
        return Optional.ofNullable(byId.get(id))
                .map(Lodging::use)
                .orElseThrow(() -> new NotFound("There is no world " + id));
    }

    /** What a bearer token opens, which counts as used; empty when no world knows it. */
    public Optional<Access> open(String token) {
        return Optional.ofNullable(byToken.get(token))
                .flatMap(door -> door.lodging().use().access(door.tokenName()));
    }

    /** What a key of Capx opens, which counts as used; empty when no world knows it. */
    public Optional<KeyAccess> openCapx(String key) {
        return Optional.ofNullable(byToken.get(key))
                .flatMap(door -> door.lodging().use().keyAccess(door.tokenName()));
    }

    /** The first world of which this holds, which counts as used. */
    public Optional<HostedWorld> find(Predicate<HostedWorld> wanted) {
        return inOrder.values().stream()
                .filter(lodging -> wanted.test(lodging.hosted()))
                .findFirst()
                .map(Lodging::use);
    }

    /** Somebody stays in a world, which counts as used until that is over; nothing happens when there is none. */
    public void enter(String id) {
        Optional.ofNullable(byId.get(id)).ifPresent(Lodging::enter);
    }

    /** Somebody who stayed in a world does not any more. */
    public void leave(String id) {
        Optional.ofNullable(byId.get(id)).ifPresent(Lodging::leave);
    }

    /** Whether there is this world, and nobody has called it for so long; whoever only stays in it does not count. */
    public boolean isStill(String id, Duration span) {
        Lodging lodging = byId.get(id);
        return lodging != null && lodging.unusedFor().compareTo(span) >= 0;
    }

    /** All worlds, in the order in which they were added. */
    public List<HostedWorld> all() {
        return inOrder.values().stream().map(Lodging::hosted).toList();
    }

    /** Whether there may be one more. */
    public boolean hasRoom() {
        return byId.size() < most;
    }

    /** Whether the world with this id is here; does not count as a use of it. */
    public boolean has(String id) {
        return byId.containsKey(id);
    }

    /** Whether a bearer token, or a key of Capx, opens a world here; does not count as a use of it. */
    public boolean knows(String token) {
        return byToken.containsKey(token);
    }

    /** Whether this one is here. */
    public boolean has(HostedWorld hosted) {
        Lodging lodging = byId.get(hosted.id());
        return lodging != null && lodging.hosted() == hosted;
    }

    /** How many there are. */
    public int count() {
        return byId.size();
    }

    /** Serves none of them any more, and takes none. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        all().forEach(hosted -> release(hosted.id()));
        idleness.close();
    }
}
