package dev.capy.server.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.capy.server.contract.JsonSelector;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which requests of a journal somebody wants to see: those for which everything holds that was said. Immutable and
 * thread-safe.
 */
public final class RequestQuery {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Predicate<RecordedRequest>> conditions;
    private final int limit;

    private RequestQuery(List<Predicate<RecordedRequest>> conditions, int limit) {
        this.conditions = List.copyOf(conditions);
        this.limit = limit;
    }

    /** Every request. */
    public static RequestQuery all() {
        return new RequestQuery(List.of(), Integer.MAX_VALUE);
    }

    /** Those that asked for this operation. */
    public RequestQuery operation(String id) {
        return and(request -> request.operation().filter(id::equals).isPresent());
    }

    /** Those whose path fits, where {@code *} stands for anything within a segment and {@code **} for anything at all. */
    public RequestQuery path(String glob) {
        Pattern pattern = PathGlob.compile(glob);
        return and(request -> pattern.matcher(request.path()).matches());
    }

    /** Those with this method, in upper case. */
    public RequestQuery method(String method) {
        return and(request -> request.method().equals(method));
    }

    /** Those that were answered with this status. */
    public RequestQuery status(int status) {
        return and(request -> request.status().orElse(0) == status);
    }

    /** Those of this user's id, or of the token with this name. */
    public RequestQuery caller(String userIdOrTokenName) {
        return and(request -> request.isFrom(userIdOrTokenName));
    }

    /**
     * Those whose body has something at a JSON path.
     *
     * @throws IllegalArgumentException when it is no JSON path
     */
    public RequestQuery body(String path) {
        JsonSelector selector = JsonSelector.parse(path);
        return and(request -> !selector.select(json(request)).isEmpty());
    }

    /**
     * Those whose body has this value at a JSON path: a text, or anything else as JSON.
     *
     * @throws IllegalArgumentException when it is no JSON path
     */
    public RequestQuery body(String path, String value) {
        JsonSelector selector = JsonSelector.parse(path);
        return and(request -> selector.select(json(request)).stream()
                .map(JsonSelector.Match::value)
                .anyMatch(found -> (found.isTextual() ? found.textValue() : found.toString()).equals(value)));
    }

    /** Those with a number above this one. */
    public RequestQuery after(long sequence) {
        return and(request -> request.sequence() > sequence);
    }

    /** Those with a number of at most this one. */
    public RequestQuery upTo(long sequence) {
        return and(request -> request.sequence() <= sequence);
    }

    /** Those that arrived at this wall time or later. */
    public RequestQuery since(Instant time) {
        return and(request -> !request.arrivedAt().isBefore(time));
    }

    /** Those that arrived before this wall time. */
    public RequestQuery until(Instant time) {
        return and(request -> request.arrivedAt().isBefore(time));
    }

    /** At most so many of them, the oldest ones. */
    public RequestQuery limit(int most) {
        return new RequestQuery(conditions, most);
    }

    int limit() {
        return limit;
    }

    private RequestQuery and(Predicate<RecordedRequest> condition) {
        List<Predicate<RecordedRequest>> longer = new ArrayList<>(conditions);
        longer.add(condition);
        return new RequestQuery(longer, limit);
    }

    boolean matches(RecordedRequest request) {
        return conditions.stream().allMatch(condition -> condition.test(request));
    }

    private static JsonNode json(RecordedRequest request) {
        try {
            return JSON.readTree(request.sentBytes());
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
