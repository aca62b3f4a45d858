package dev.capy.server.verify;

import dev.capy.server.contract.JsonSelector;
import dev.capy.server.journal.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Says which requests are meant: those for which everything holds that it says. Immutable and thread-safe.
 *
 * <pre>{@code
 * operation("createAndStartThread").withJson("$.prompt", containing("login")).from("capy_demo")
 * }</pre>
 */
public final class RequestPattern {

    private final List<Criterion> criteria;

    private RequestPattern(List<Criterion> criteria) {
        this.criteria = List.copyOf(criteria);
    }

    /** Every request. */
    public static RequestPattern anyRequest() {
        return new RequestPattern(List.of());
    }

    /** Requests for the operation with this id. */
    public static RequestPattern operation(String id) {
        return anyRequest().withOperation(id);
    }

    /** Requests with this method whose path fits; see {@link #withPath}. */
    public static RequestPattern request(String method, String path) {
        return anyRequest().withMethod(method).withPath(path);
    }

    public RequestPattern withOperation(String id) {
        return and(new Criterion.Plain(Criterion.Subject.OPERATION, Objects.requireNonNull(id, "id")));
    }

    /** The method, in upper case. */
    public RequestPattern withMethod(String method) {
        return and(new Criterion.Plain(Criterion.Subject.METHOD, Objects.requireNonNull(method, "method")));
    }

    /**
     * The whole path, {@code /api/v1/threads/*} for example, where {@code *} stands for anything within a segment and
     * {@code **} for anything at all.
     */
    public RequestPattern withPath(String glob) {
        return and(new Criterion.Plain(Criterion.Subject.PATH, Objects.requireNonNull(glob, "glob")));
    }

    /** A parameter of the query, decoded. */
    public RequestPattern withQuery(String name, Match match) {
        return and(new Criterion.QueryParameter(name, match));
    }

    /** A header, whatever the case of its name. Its value is seen as the journal shows it, without secrets. */
    public RequestPattern withHeader(String name, Match match) {
        return and(new Criterion.Header(name, match));
    }

    /**
     * What a JSON path such as {@code $.tags[0]} or {@code $.items[*].id} finds in the body.
     *
     * @throws IllegalArgumentException when it is no JSON path
     */
    public RequestPattern withJson(String path, Match match) {
        return and(new Criterion.Body(JsonSelector.parse(path), match));
    }

    /** Who called: the id of a user, or the name of a token. */
    public RequestPattern from(String userIdOrTokenName) {
        return and(new Criterion.Plain(Criterion.Subject.CALLER, userIdOrTokenName));
    }

    /** The status that it was answered with. */
    public RequestPattern answered(int status) {
        return and(new Criterion.Plain(Criterion.Subject.STATUS, String.valueOf(status)));
    }

    private RequestPattern and(Criterion criterion) {
        List<Criterion> longer = new ArrayList<>(criteria);
        longer.add(criterion);
        return new RequestPattern(longer);
    }

    /** Whether a request is one of those that are meant. */
    public boolean matches(RecordedRequest request) {
        return criteria.stream().allMatch(criterion -> criterion.check(request).holds());
    }

    /** What of all that is said is so of a request, and what is not. */
    public List<Finding> compare(RecordedRequest request) {
        return criteria.stream().map(criterion -> criterion.check(request)).toList();
    }

    /** The id of the operation that is meant; empty when several are. */
    public Optional<String> operation() {
        return criteria.stream()
                .filter(criterion ->
                        criterion instanceof Criterion.Plain plain && plain.subject() == Criterion.Subject.OPERATION)
                .map(criterion -> ((Criterion.Plain) criterion).expected())
                .findFirst();
    }

    /** Whether it says something of the body. */
    public boolean looksAtBody() {
        return criteria.stream().anyMatch(Criterion.Body.class::isInstance);
    }

    /** Whether it says something of the answer. */
    public boolean looksAtAnswer() {
        return criteria.stream()
                .anyMatch(criterion ->
                        criterion instanceof Criterion.Plain plain && plain.subject() == Criterion.Subject.STATUS);
    }

    @Override
    public String toString() {
        return criteria.isEmpty() ? "any request" : String.join(", ", wording());
    }

    List<String> wording() {
        return criteria.stream().map(RequestPattern::wording).toList();
    }

    private static String wording(Criterion criterion) {
        if (criterion instanceof Criterion.Plain plain) {
            return plain.subject().word()
                    + (plain.subject() == Criterion.Subject.PATH ? " fits " : " is ")
                    + plain.expected();
        } else if (criterion instanceof Criterion.Header header) {
            return "header " + header.name() + " " + header.match();
        } else if (criterion instanceof Criterion.QueryParameter query) {
            return "query " + query.name() + " " + query.match();
        }
        Criterion.Body body = (Criterion.Body) criterion;
        return "body " + body.path() + " " + body.match();
    }
}
