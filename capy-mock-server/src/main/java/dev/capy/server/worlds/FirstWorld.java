package dev.capy.server.worlds;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The world that a server has from its start: how it begins, and what is said of it each time it goes on.
 *
 * @param seed what ids and randomness of a new one are drawn from
 * @param start the time of a new one
 * @param clock what makes the time of a new one move
 * @param fixture what a new one begins with, and any is reset to
 * @param options how a new one is served
 * @param again what changes in how one is served that goes on
 * @param clockAgain what makes the time of one move that goes on; empty for what did so before
 * @param mostRecords how many records it may hold
 */
public record FirstWorld(
        long seed,
        Instant start,
        ClockMode clock,
        Fixture fixture,
        WorldOptions options,
        UnaryOperator<WorldOptions> again,
        Optional<ClockMode> clockAgain,
        long mostRecords) {

    /** A new one. */
    public CapyWorld begin(Store store) {
        return CapyWorld.builder()
                .seed(seed)
                .clock(clock)
                .startingAt(start)
                .fixture(fixture)
                .mostRecords(mostRecords)
                .store(store)
                .build();
    }
}
