package dev.capy.server.http;

import io.javalin.http.Context;
import java.util.Optional;

/** The token of an {@code Authorization} header. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token; empty when there is no header, or one of another scheme. */
    static Optional<String> of(Context context) {
        return of(Optional.ofNullable(context.header("Authorization")));
    }

    /** The token of a header that there may be. */
    static Optional<String> of(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
