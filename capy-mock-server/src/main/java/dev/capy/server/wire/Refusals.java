package dev.capy.server.wire;

import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.List;

/** What a request is refused with whose document allows it, and which makes no sense all the same. Thread-safe. */
public final class Refusals {

    private static final String BODY = "Request body validation failed";
    private static final String QUERY = "Request query validation failed";

    private Refusals() {}

    /**
     * Of a body for one thing that is wrong with it.
     *
     * @param path where it is wrong, from {@code $} on
     */
    public static Invalid ofBody(String path, String message) {
        return ofBody(List.of(new Violation(path, message)));
    }

    /** Of a body for all that is wrong with it. */
    public static Invalid ofBody(List<Violation> violations) {
        return new Invalid(BODY, violations);
    }

    /**
     * Of a query for one thing that is wrong with it.
     *
     * @param path where it is wrong, from {@code $} on
     */
    public static Invalid ofQuery(String path, String message) {
        return new Invalid(QUERY, List.of(new Violation(path, message)));
    }
}
