package dev.capy.server.http;

import io.javalin.http.Context;
import java.util.Optional;

/** The token of an {@code Authorization} header. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token; empty when there is no header, or one of another scheme. */
    static Optional<String> of(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
