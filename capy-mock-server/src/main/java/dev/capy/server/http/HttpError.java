package dev.capy.server.http;

import java.util.Map;

/** A request that the transport refuses before any world sees it. */
final class HttpError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    private HttpError(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    static HttpError badRequest(String message) {
        return new HttpError(400, "bad_request", message, Map.of());
    }

    static HttpError unauthorized(String message) {
        return new HttpError(401, "unauthorized", message, Map.of("WWW-Authenticate", "Bearer"));
    }

    static HttpError notSigned(String message) {
        return new HttpError(401, "unauthorized", message, Map.of());
    }

    static HttpError forbidden(String message) {
        return new HttpError(403, "forbidden", message, Map.of());
    }

    static HttpError notFound(String path) {
        return new HttpError(404, "not_found", "There is nothing at " + path, Map.of());
    }

    static HttpError methodNotAllowed(String method, Iterable<String> allowed) {
        String list = String.join(", ", allowed);
        return new HttpError(
                405, "method_not_allowed", method + " is not allowed here; use " + list, Map.of("Allow", list));
    }

    static HttpError contentTooLarge(int limit) {
        return new HttpError(
                413, "content_too_large", "The request body must not exceed " + limit + " bytes", Map.of());
    }

    /** @param seconds after how many there may be another request */
    static HttpError rateLimited(String message, long seconds) {
        return new HttpError(
                429, "rate_limit_exceeded", message, Map.of("Retry-After", String.valueOf(Math.max(1, seconds))));
    }

    static HttpError unsupportedMediaType(String message) {
        return new HttpError(415, "unsupported_media_type", message, Map.of());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
