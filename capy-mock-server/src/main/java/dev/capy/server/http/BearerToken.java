package dev.capy.server.http;

import java.util.Optional;

/** The token of an {@code Authorization} header. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** The token; empty when there is no header, or one of another scheme. */
    static Optional<String> of(Incoming incoming) {
        return of(Optional.ofNullable(incoming.header("Authorization")));
    }

    /** The token of a header that there may be. */
    static Optional<String> of(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
