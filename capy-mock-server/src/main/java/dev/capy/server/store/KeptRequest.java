package dev.capy.server.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request and its answer, without secrets.
 *
 * @param world the id of the world that it was for
 * @param requestId what the answer's {@code X-Request-Id} says
 * @param arrivedAt the wall time of its arrival
 * @param operation the id of the operation; null when there is none
 * @param user the id of who called; null without a valid token
 * @param status the answer's; null when there is none
 * @param ending how it ended
 * @param took from its arrival to its end
 */
public record KeptRequest(
        String world,
        String requestId,
        Instant arrivedAt,
        String method,
        String path,
        @Nullable String operation,
        @Nullable String user,
        @Nullable Integer status,
        String ending,
        Duration took,
        String body,
        String answer) {}
