package dev.capy.server.journal;

import dev.capy.server.http.Ending;
import dev.capy.server.http.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a journal knows it at one moment, and its answer as far as there is one. Shows no secrets. Immutable and
 * thread-safe.
 */
public final class RecordedRequest {

    private final long sequence;
    private final String requestId;
    private final Instant arrivedAt;
    private final long arrivedNanos;
    private final @Nullable Instant virtualTime;
    private final String method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final boolean bodyRead;
    private final @Nullable String operation;
    private final @Nullable String userId;
    private final @Nullable String tokenName;
    private final int status;
    private final Map<String, String> answerHeaders;
    private final byte[] answerBody;
    private final Ending ending;
    private final Duration duration;

    private RecordedRequest(Exchange exchange) {
        sequence = exchange.sequence();
        requestId = exchange.requestId();
        arrivedAt = exchange.arrivedAt();
        arrivedNanos = exchange.arrivedNanos();
        virtualTime = exchange.virtualTime();
        method = exchange.method();
        path = Secrets.inPath(exchange.path());
        query = exchange.query();
        headers = exchange.headers();
        body = exchange.body();
        bodyRead = exchange.isBodyRead();
        operation = exchange.operation();
        userId = exchange.access().map(access -> access.caller().id()).orElse(null);
        tokenName = exchange.tokenName();
        status = exchange.status();
        answerHeaders = exchange.answerHeaders();
        answerBody = exchange.answerBody();
        ending = exchange.ending();
        duration = exchange.duration();
    }

    /** What is known of an exchange now. Copies nothing; secrets are replaced where they are asked for. */
    public static RecordedRequest of(Exchange exchange) {
        return new RecordedRequest(exchange);
    }

    /** Its place in the journal: from 1, in the order of arrival. */
    public long sequence() {
        return sequence;
    }

    /** What the header {@code X-Request-Id} of the answer says. */
    public String requestId() {
        return requestId;
    }

    /** The wall time of its arrival. */
    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** Wall time since another one arrived, which was not later. */
    public Duration since(RecordedRequest earlier) {
        return Duration.ofNanos(arrivedNanos - earlier.arrivedNanos);
    }

    /** The world's time at its arrival; empty when it reached no world. */
    public Optional<Instant> virtualTime() {
        return Optional.ofNullable(virtualTime);
    }

    /** The method in upper case. */
    public String method() {
        return method;
    }

    /** The path as it was sent, percent-encoded, without the query. */
    public String path() {
        return path;
    }

    /** What stood behind the question mark, percent-encoded. */
    public Optional<String> query() {
        return Optional.ofNullable(query);
    }

    /** All headers, by name whatever its case. */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(Secrets.inHeaders(headers));
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return Secrets.inHeader(name, headers.getOrDefault(name, List.of())).stream()
                .findFirst();
    }

    /** The body as far as it was read; secrets in it are replaced. */
    public String body() {
        return Secrets.inBody(operation, body);
    }

    /** The body as it was sent, secrets included: to compare with, never to be shown. */
    public byte[] sentBytes() {
        return body.clone();
    }

    /** Whether the body will not grow any more. */
    public boolean isBodyRead() {
        return bodyRead;
    }

    /** The id of the operation that it asked for; empty when there is none. */
    public Optional<String> operation() {
        return Optional.ofNullable(operation);
    }

    /** The id of the user who called; empty without a valid token. */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /** The name of the token that it was called with; empty without a valid one. */
    public Optional<String> tokenName() {
        return Optional.ofNullable(tokenName);
    }

    /** Whether this user id or token name is the caller's. */
    public boolean isFrom(String userIdOrTokenName) {
        return userIdOrTokenName.equals(userId) || userIdOrTokenName.equals(tokenName);
    }

    /** The status of the answer; empty while there is none. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The headers of the answer that are not the transport's own. */
    public Map<String, String> answerHeaders() {
        return Collections.unmodifiableMap(new TreeMap<>(answerHeaders));
    }

    /** The body of the answer, empty while there is none; secrets in it are replaced. */
    public String answerBody() {
        return Secrets.inBody(operation, answerBody);
    }

    /** How it ended, or that it goes on. */
    public Ending ending() {
        return ending;
    }

    /** The wall time from its arrival to its end; zero while it goes on. */
    public Duration duration() {
        return duration;
    }

    /** How much memory its bodies take. */
    long weight() {
        return (long) body.length + answerBody.length;
    }

    @Override
    public String toString() {
        return "#" + sequence + " " + method + " " + path + (query == null ? "" : "?" + query) + " -> "
                + (status == 0 ? ending : String.valueOf(status));
    }
}
