package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is so broken that it never becomes a request: in the same envelope, never a page. */
final class EnvelopeErrorHandler extends ErrorHandler {

    /** What cannot be read may have no path either. */
    private static Envelope envelope(Request request, String requestId) {
        return Envelope.of(
                request.getHttpURI() == null ? null : request.getHttpURI().getPath(), requestId);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (response.getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
            response.setStatus(HttpStatus.BAD_REQUEST_400);
        }
        String reason = HttpStatus.getMessage(response.getStatus());
        String code = reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        String requestId = RequestId.next();
        JsonNode body = envelope(request, requestId)
                .error(response.getStatus(), code, "The request cannot be read: " + reason, Map.of())
                .body();
        response.getHeaders().put("X-Request-Id", requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(body.toString().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }
}
