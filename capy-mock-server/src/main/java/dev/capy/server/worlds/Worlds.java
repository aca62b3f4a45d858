package dev.capy.server.worlds;

import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The worlds of a server, and which token opens which. Thread-safe. */
public final class Worlds {

    /** The id of the world that calls without a world mean. */
    public static final String DEFAULT = "default";

    private final Map<String, HostedWorld> byId = new ConcurrentSkipListMap<>();
    private final Map<String, Access> byToken = new ConcurrentHashMap<>();

    /**
     * Adds a world.
     *
     * @throws Conflict when its id or one of its tokens is taken
     */
    public synchronized void add(HostedWorld hosted) {
        if (byId.containsKey(hosted.id()) || hosted.tokens().values().stream().anyMatch(byToken::containsKey)) {
            throw new Conflict("There is a world " + hosted.id() + ", or one with the same tokens");
        }
        byId.put(hosted.id(), hosted);
        hosted.tokens().forEach((name, secret) -> byToken.put(secret, new Access(hosted, hosted.user(name))));
    }

    /**
     * The world with this id.
     *
     * @throws NotFound when there is none
     */
    public HostedWorld get(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new NotFound("There is no world " + id));
    }

    /** What a bearer token opens; empty when no world knows it. */
    public Optional<Access> open(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    /** All worlds, by id. */
    public Collection<HostedWorld> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
