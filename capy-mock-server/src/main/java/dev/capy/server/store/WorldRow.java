package dev.capy.server.store;

import dev.capy.core.kernel.ClockMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of a world without reading it.
 *
 * @param id its id
 * @param seed what its ids and its randomness are drawn from
 * @param now where its time stands
 * @param clock what makes it move
 * @param options how it is served, as whoever serves it wrote that down; null when it was never served
 * @param node the node that owns it; null for none
 * @param fence how often it has changed hands: commits with an earlier number are refused
 */
public record WorldRow(
        String id,
        long seed,
        Instant now,
        ClockMode clock,
        @Nullable String options,
        @Nullable String node,
        long fence) {}
