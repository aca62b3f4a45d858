package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Cursors;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * One page of a list that is newest first. A cursor says after which record to go on, so records that come meanwhile move
 * nothing.
 *
 * @param cursors the world's
 * @param list what list it is, whose and filters included
 * @param limit how many records at the most
 * @param from the position to start at, that one included
 */
record CapxPage(Cursors cursors, String list, int limit, long from) {

    /**
     * The page that a call asks for with {@code limit} and {@code cursor}.
     *
     * @param what what is listed
     */
    static CapxPage of(CapxCall call, String what) {
        Cursors cursors = new Cursors(call.world().seed());
        String list =
                "capx " + what + " of " + call.path() + " for " + call.key().name() + filters(call);
        long from = call.query()
                .text("cursor")
                .map(cursor -> cursors.open(list, cursor).orElseThrow(CapxPage::refusal) - 1)
                .orElse(Long.MAX_VALUE);
        return new CapxPage(cursors, list, call.query().integer("limit"), from);
    }

    private static String filters(CapxCall call) {
        StringBuilder filters = new StringBuilder();
        for (String name : List.of("company_id", "agent_id", "status", "priority", "type", "tag", "since", "until")) {
            call.query()
                    .textIfDeclared(name)
                    .ifPresent(value ->
                            filters.append(' ').append(name).append('=').append(value));
        }
        return filters.toString();
    }

    private static Invalid refusal() {
        return Refusals.ofQuery("$.cursor", "must be the meta.next_cursor of an earlier page of this list");
    }

    /**
     * The answer.
     *
     * @param newestFirst the records from {@link #from} on
     */
    <T> CapxAnswer answer(
            Stream<T> newestFirst, ToLongFunction<? super T> position, Function<? super T, ? extends JsonNode> wire) {
        List<T> found = newestFirst.limit(limit + 1L).toList();
        boolean hasMore = found.size() > limit;
        List<T> shown = hasMore ? found.subList(0, limit) : found;
        JsonNode items = Wire.array(shown.stream(), wire);
        return CapxAnswer.page(items, hasMore ? cursors.seal(list, position.applyAsLong(shown.get(limit - 1))) : null);
    }
}
