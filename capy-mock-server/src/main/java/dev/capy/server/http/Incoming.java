package dev.capy.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** A request as it came in, and the way back to whoever sent it. For the thread that serves it. */
final class Incoming {

    private final Request request;
    private final Response response;
    private final RequestBody body;
    private @Nullable CompletableFuture<?> over;

    Incoming(Request request, Response response) {
        this.request = request;
        this.response = response;
        this.body = new RequestBody(request);
    }

    String method() {
        return request.getMethod();
    }

    /** The path as it was sent, percent-encoded; empty for a request that has none. */
    String path() {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    /** What stood behind the question mark; null when there was none. */
    @Nullable
    String query() {
        return request.getHttpURI().getQuery();
    }

    /** The first value of a header; null when there is none of that name, whatever its case. */
    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    /** All values by name, whatever its case. */
    Map<String, List<String>> headers() {
        return new Headers(request.getHeaders());
    }

    /** Scheme, host and port that the server was called by. */
    String origin() {
        String host = Objects.requireNonNullElseGet(header("Host"), () -> "127.0.0.1:" + Request.getLocalPort(request));
        return request.getHttpURI().getScheme() + "://" + host;
    }

    /** The address of whoever sent it. */
    String caller() {
        return Request.getRemoteAddr(request);
    }

    RequestBody body() {
        return body;
    }

    /** Says what the answer will be; nothing is sent yet. */
    void head(int status, String contentType, Map<String, String> headers) {
        response.setStatus(status);
        HttpFields.Mutable fields = response.getHeaders();
        headers.forEach(fields::put);
        fields.put(HttpHeader.CONTENT_TYPE, contentType);
    }

    /** Adds to what the answer will be. */
    void head(String name, String value) {
        response.getHeaders().put(name, value);
    }

    /** Tells how long the body will be, in bytes. */
    void announce(int length) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
    }

    /**
     * Sends a part of the body, after the head if that was not sent before.
     *
     * @param last whether there is no more
     */
    void send(byte[] bytes, boolean last) throws IOException {
        Content.Sink.write(response, last, ByteBuffer.wrap(bytes));
    }

    /** The connection that it came on. */
    ClientConnection connection() {
        return new ClientConnection(request);
    }

    /** It goes on when the thread that serves it has left it, until {@code end}. */
    void goesOnUntil(CompletableFuture<?> end) {
        UnderWay.leave(request);
        over = end;
    }

    /** When it is over; null for one that is when the thread that serves it has left it. */
    @Nullable
    CompletableFuture<?> over() {
        return over;
    }

    /**
     * A stream of texts back, which still has to begin.
     *
     * @param writer what writes it, as {@link AsyncFeed} says
     */
    AsyncFeed feed(Executor writer) {
        return new AsyncFeed(response, writer);
    }
}
