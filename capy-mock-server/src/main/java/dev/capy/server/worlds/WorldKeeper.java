package dev.capy.server.worlds;

import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import java.time.Instant;
import java.util.List;

/** Keeps worlds beyond the process that serves them. Thread-safe. */
public interface WorldKeeper {

    /**
     * Where the commits of a new world are kept.
     *
     * @param id the world's, which no other has
     * @param seed what its ids and its randomness are drawn from
     */
    Store store(String id, long seed, Instant start, ClockMode clock, WorldSettings settings);

    /** Keeps how a world is served and its tokens, from when it can be used on; one of another store is left alone. */
    void serve(HostedWorld hosted);

    /** Keeps what makes a world's time move, and how it is served from now on. */
    void clock(HostedWorld hosted, ClockMode mode, double speed);

    /** Makes sure that worlds are served here still; another server may have taken them while this one was asleep. */
    default void check() {
        // nobody else takes any
    }

    /** Forgets a world for good. */
    void forget(String id);

    /** The worlds that are served elsewhere. */
    List<DistantWorld> elsewhere();

    /** Keeps nothing. */
    static WorldKeeper none() {
        return new WorldKeeper() {
            @Override
            public Store store(String id, long seed, Instant start, ClockMode clock, WorldSettings settings) {
                return Store.inMemory();
            }

            @Override
            public void serve(HostedWorld hosted) {
                // it lives as long as the server
            }

            @Override
            public void clock(HostedWorld hosted, ClockMode mode, double speed) {
                // its clock knows
            }

            @Override
            public void forget(String id) {
                // nothing is known of it
            }

            @Override
            public List<DistantWorld> elsewhere() {
                return List.of();
            }
        };
    }
}
