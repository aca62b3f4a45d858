package dev.capy.server.worlds;

import dev.capy.core.kernel.ClockMode;
import java.time.Instant;

/**
 * A world that another server serves.
 *
 * @param id its id
 * @param seed what its ids and its randomness are drawn from
 * @param options how it is served
 * @param clock what makes its time move
 * @param now where its time stands, as far as it is kept
 */
public record DistantWorld(String id, long seed, WorldOptions options, ClockMode clock, Instant now) {}
