package dev.capy.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what a request carries, within limits. */
final class RequestBody {

    /** The most room that is made before anything is read, in bytes. */
    private static final int FIRST_ROOM = 1 << 20;

    private static final int BUFFER = 1 << 13;
    private static final long MOST_DISCARDED = 1 << 26;

    private RequestBody() {}

    /**
     * The body's bytes, none where there is no body.
     *
     * @param limit the largest that is read, in bytes
     * @throws HttpError when it is too large, encoded, broken off, or not said to be JSON
     */
    static byte[] readJson(Context context, Exchange exchange, int limit) {
        byte[] bytes = read(context, exchange, limit);
        if (bytes.length > 0) {
            requireJson(context.header("Content-Type"));
        }
        return bytes;
    }

    private static byte[] read(Context context, Exchange exchange, int limit) {
        if (context.req().getContentLengthLong() > limit) {
            throw HttpError.contentTooLarge(limit);
        }
        String encoding = context.header("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpError.unsupportedMediaType("Content-Encoding must be identity, was " + encoding);
        }
        byte[] bytes = readAll(context, exchange, limit);
        if (bytes.length > limit) {
            throw HttpError.contentTooLarge(limit);
        }
        return bytes;
    }

    /** What comes before a break is told too. */
    private static byte[] readAll(Context context, Exchange exchange, int limit) {
        byte[] bytes = new byte[room(context)];
        int size = 0;
        try {
            InputStream in = context.req().getInputStream();
            int read = in.read(bytes);
            while (read >= 0 && size <= limit) {
                size += read;
                bytes = size == bytes.length ? Arrays.copyOf(bytes, 2 * size) : bytes;
                read = in.read(bytes, size, bytes.length - size);
            }
        } catch (IOException e) {
            throw HttpError.badRequest("The request body breaks off or is badly framed");
        } finally {
            exchange.body(Arrays.copyOf(bytes, size));
            exchange.bodyRead();
        }
        return exchange.body();
    }

    /** As much as the body is said to be and one more, so that its end is met without more room. */
    private static int room(Context context) {
        int expected = context.req().getContentLength();
        return expected < 0 ? BUFFER : Math.min(FIRST_ROOM, expected) + 1;
    }

    /** Whether there is a body that nobody has read to its end, and that its sender did not ask about first. */
    static boolean isUnread(Context context) throws IOException {
        boolean hasBody = context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
        return hasBody
                && context.header("Expect") == null
                && !context.req().getInputStream().isFinished();
    }

    /** Reads what is left, up to a point. */
    static void discard(Context context) {
        try (InputStream in = context.req().getInputStream()) {
            byte[] scrap = new byte[BUFFER];
            int read = 0;
            for (long left = MOST_DISCARDED; left > 0 && read >= 0; left -= read) {
                read = in.read(scrap);
            }
        } catch (IOException e) {
            // its sender is gone, and has the answer or does not want it
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
