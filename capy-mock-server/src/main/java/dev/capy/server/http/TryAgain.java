package dev.capy.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answer to a request that cannot be served now: nothing has happened, and may when it is tried again. */
final class TryAgain {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private TryAgain() {}

    static void answer(Request request, Response response, Callback callback, String message) {
        String requestId = RequestId.next();
        Reply reply =
                Envelope.of(request.getHttpURI().getCanonicalPath(), requestId).unavailable(message, RETRY_AFTER);
        response.setStatus(reply.status());
        response.getHeaders().put("X-Request-Id", requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        reply.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(reply.body().toString().getBytes(StandardCharsets.UTF_8)), callback);
    }
}
