package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.http.Call;
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
 * @param list what list it is, filters included
 * @param limit how many records at the most
 * @param from the position to start at, that one included
 */
record Page(Cursors cursors, String list, int limit, long from) {

    /** The page that a call asks for with {@code limit} and {@code cursor}. */
    static Page of(Call call, String list) {
        Cursors cursors = new Cursors(call.world().seed());
        long from = call.query()
                .text("cursor")
                .map(cursor -> cursors.open(list, cursor).orElseThrow(Page::refusal) - 1)
                .orElse(Long.MAX_VALUE);
        return new Page(cursors, list, call.query().integer("limit"), from);
    }

    private static Invalid refusal() {
        return Refusals.ofQuery("$.cursor", "must be the nextCursor of an earlier page of this list");
    }

    /**
     * The answer.
     *
     * @param newestFirst the records from {@link #from} on
     */
    <T> JsonNode answer(
            Stream<T> newestFirst, ToLongFunction<? super T> position, Function<? super T, ? extends JsonNode> wire) {
        List<T> found = newestFirst.limit(limit + 1L).toList();
        boolean hasMore = found.size() > limit;
        List<T> shown = hasMore ? found.subList(0, limit) : found;
        ObjectNode answer = Wire.object();
        answer.set("items", Wire.array(shown.stream(), wire));
        answer.put("nextCursor", hasMore ? cursors.seal(list, position.applyAsLong(shown.get(limit - 1))) : null);
        return answer.put("hasMore", hasMore);
    }
}
