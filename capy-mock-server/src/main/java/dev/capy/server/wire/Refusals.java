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
     * Of a body for what is wrong with a part of it.
     *
     * @param path where the part is, from {@code $} on
     * @param part what is wrong within the part, from its own {@code $} on
     */
    public static Invalid ofPart(String path, Invalid part) {
        if (part.violations().isEmpty()) {
            return ofBody(path, part.getMessage());
        }
        return ofBody(part.violations().stream()
                .map(violation -> new Violation(path + violation.path().substring(1), violation.message()))
                .toList());
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
