package dev.capy.server.http;

import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an API says when it refuses something. */
interface Envelope {

    /** The one of the API that an exchange is with. */
    static Envelope of(Exchange exchange) {
        return of(exchange.path(), exchange.requestId());
    }

    /**
     * The one of the API that a path leads to.
     *
     * @param path null where nobody could read it
     */
    static Envelope of(@Nullable String path, String requestId) {
        return path != null && path.startsWith(CapxGateway.ROOT + "/")
                ? new CapxEnvelope(requestId)
                : new CapyEnvelope();
    }

    /** The answer that a refusal of the domain becomes. */
    Reply refusal(CapyException refusal);

    /** The answer that a refusal of the transport becomes. */
    Reply refusal(HttpError refusal);

    /**
     * The answer of a status.
     *
     * @param code null for the usual one of the status
     */
    Reply error(int status, @Nullable String code, String message, Map<String, String> headers);

    /** The answer that a world which is away for a while becomes. */
    default Reply unavailable(Unavailable refusal) {
        return unavailable(refusal.getMessage(), refusal.retryAfter());
    }

    /** The answer to what cannot be done now, and may be later. */
    default Reply unavailable(String message, Duration retryAfter) {
        String seconds = String.valueOf(Math.max(1, retryAfter.toSeconds()));
        return error(503, null, message, Map.of("Retry-After", seconds));
    }

    /** The answer to what should not have happened. */
    default Reply internalError() {
        return error(500, null, "An unexpected error occurred", Map.of());
    }
}
