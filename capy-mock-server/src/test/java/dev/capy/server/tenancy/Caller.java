package dev.capy.server.tenancy;

import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.TestServer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of callers, in the order of the table's columns. */
enum Caller {
    OWNER("capy_demo"),
    MEMBER("capy_demo_member"),
    SERVICE("capy_demo_service"),
    ADMIN_SERVICE("capy_demo_admin_service"),
    /** The owner of another organization. */
    OUTSIDER("capy_demo_outsider"),
    /** Nobody: no token at all. */
    NOBODY(null);

    private final Optional<String> token;

    Caller(@Nullable String token) {
        this.token = Optional.ofNullable(token);
    }

    /** The API as this caller calls it. */
    ApiClient calling(TestServer server) {
        return token.map(server::as).orElseGet(server::anonymous);
    }

    /** Whether it belongs to {@code org_demo}. */
    boolean belongs() {
        return this != OUTSIDER && this != NOBODY;
    }
}
