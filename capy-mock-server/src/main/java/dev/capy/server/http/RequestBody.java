package dev.capy.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads what a request carries, within limits. For the thread that serves it. */
final class RequestBody {

    /** The most room that is made before anything is read, in bytes. */
    private static final int FIRST_ROOM = 1 << 20;

    private static final int BUFFER = 1 << 13;
    private static final long MOST_DISCARDED = 1 << 26;

    private final Request request;
    private @Nullable InputStream stream;
    private boolean finished;

    RequestBody(Request request) {
        this.request = request;
    }

    /**
     * The body's bytes, none where there is no body.
     *
     * @param limit the largest that is read, in bytes
     * @throws HttpError when it is too large, encoded, broken off, or not said to be JSON
     */
    byte[] readJson(Exchange exchange, int limit) {
        byte[] bytes = read(exchange, limit);
        if (bytes.length > 0) {
            requireJson(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        }
        return bytes;
    }

    private byte[] read(Exchange exchange, int limit) {
        if (request.getLength() > limit) {
            throw HttpError.contentTooLarge(limit);
        }
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw HttpError.unsupportedMediaType("Content-Encoding must be identity, was " + encoding);
        }
        byte[] bytes = readAll(exchange, limit);
        if (bytes.length > limit) {
            throw HttpError.contentTooLarge(limit);
        }
        return bytes;
    }

    /** What comes before a break is told too. */
    private byte[] readAll(Exchange exchange, int limit) {
        byte[] bytes = new byte[room()];
        int size = 0;
        try {
            InputStream in = stream();
            int read = in.read(bytes);
            while (read >= 0 && size <= limit) {
                size += read;
                bytes = size == bytes.length ? Arrays.copyOf(bytes, 2 * size) : bytes;
                read = in.read(bytes, size, bytes.length - size);
            }
            finished = read < 0;
        } catch (IOException | HttpException.RuntimeException e) {
            throw HttpError.badRequest("The request body breaks off or is badly framed");
        } finally {
            exchange.body(Arrays.copyOf(bytes, size));
            exchange.bodyRead();
        }
        return exchange.body();
    }

    /** The same one each time: it may hold what was not taken yet. */
    private InputStream stream() {
        if (stream == null) {
            stream = Request.asInputStream(request);
        }
        return stream;
    }

    /** As much as the body is said to be and one more, so that its end is met without more room. */
    private int room() {
        long expected = request.getLength();
        return expected < 0 ? BUFFER : (int) Math.min(FIRST_ROOM, expected) + 1;
    }

    /** Whether the request says that it has one. */
    boolean isPresent() {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Whether there is a body that nobody has read to its end, and that its sender did not ask about first. */
    boolean isUnread() {
        return !finished && isPresent() && !request.getHeaders().contains(HttpHeader.EXPECT);
    }

    /** Reads what is left, up to a point. */
    void discard() {
        try (InputStream in = stream()) {
            byte[] scrap = new byte[BUFFER];
            int read = 0;
            for (long left = MOST_DISCARDED; left > 0 && read >= 0; left -= read) {
                read = in.read(scrap);
            }
        } catch (IOException | HttpException.RuntimeException e) {
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
