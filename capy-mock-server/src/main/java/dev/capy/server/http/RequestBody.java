package dev.capy.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a request carries, within limits. */
final class RequestBody {

    /** The largest body that is read, in bytes. */
    static final int LIMIT = 1 << 20;

    private RequestBody() {}

    /**
     * The body's bytes, none where there is no body.
     *
     * @throws HttpError when it is too large, encoded, or not said to be JSON
     */
    static byte[] readJson(Context context) {
        byte[] bytes = read(context);
        if (bytes.length > 0) {
            requireJson(context.header("Content-Type"));
        }
        return bytes;
    }

    private static byte[] read(Context context) {
        if (context.req().getContentLengthLong() > LIMIT) {
            throw HttpError.contentTooLarge(LIMIT);
        }
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpError.unsupportedMediaType("Content-Encoding must be identity, was " + encoding);
        }
        try (InputStream in = context.req().getInputStream()) {
            byte[] bytes = in.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw HttpError.contentTooLarge(LIMIT);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the request broke off", e);
        }
    }

    private static void requireJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json") && !(type.startsWith("application/") && type.endsWith("+json"))) {
            throw HttpError.unsupportedMediaType(
                    "Content-Type must be application/json" + (contentType == null ? "" : ", was " + contentType));
        }
    }
}
