package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.contract.Query;
import dev.capy.server.wire.Refusals;
import java.util.List;
import java.util.function.Predicate;

/**
 * Several names for what a request is about, of which it must use one.
 *
 * @param names at least two, in the order in which they are told
 */
record ExactlyOne(List<String> names) {

    static ExactlyOne of(String... names) {
        return new ExactlyOne(List.of(names));
    }

    /** @throws Invalid when a body has none of them, or several */
    void require(JsonNode body) {
        if (!holds(body::has)) {
            throw Refusals.ofBody("$", complaint());
        }
    }

    /** @throws Invalid when a query has none of them, or several */
    void require(Query query) {
        if (!holds(query::has)) {
            throw Refusals.ofQuery("$", complaint());
        }
    }

    private boolean holds(Predicate<String> isGiven) {
        return names.stream().filter(isGiven).count() == 1;
    }

    private String complaint() {
        int last = names.size() - 1;
        return "must name exactly one of " + String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
