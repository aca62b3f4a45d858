package dev.capy.server.contract;

import java.util.Map;
import java.util.SortedSet;

/** Where a request belongs, by its method and path alone. Immutable. */
public sealed interface Route {

    /**
     * The operation that is asked for.
     *
     * @param pathParameters decoded values by name, not yet checked: see {@link Operation#checkPath}
     */
    record Found(Operation operation, Map<String, String> pathParameters) implements Route {}

    /**
     * The path exists, and not with this method.
     *
     * @param allowed the methods it exists with, never empty
     */
    record MethodNotAllowed(SortedSet<String> allowed) implements Route {}

    /** No operation has this path. */
    record Unknown() implements Route {}
}
