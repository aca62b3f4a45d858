package dev.capy.server.testing;

import static java.util.stream.Collectors.joining;

import dev.capy.server.contract.Edition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One request, and then its answer. Not thread-safe. */
public final class Exchange {

    /** A busy machine can stand still for a while. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Edition edition;
    private final String method;
    private final URI base;
    private final String path;
    private final Map<String, String> headers = new HashMap<>();
    private BodyPublisher body = BodyPublishers.noBody();

    Exchange(Edition edition, String method, URI base, String path) {
        this.edition = edition;
        this.method = method;
        this.base = base;
        this.path = path;
    }

    /** Sets a header; the last value of a name counts. */
    public Exchange header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Takes a header away again. */
    public Exchange without(String name) {
        headers.remove(name);
        return this;
    }

    public Exchange json(String text) {
        return header("Content-Type", "application/json").body(BodyPublishers.ofString(text));
    }

    public Exchange body(BodyPublisher publisher) {
        body = publisher;
        return this;
    }

    /** A body whose length is not told in advance. */
    public Exchange chunked(byte[] bytes) {
        return header("Content-Type", "application/json")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    /** Sends it; the answer keeps {@link Promises}. */
    public Answer send() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body)
                .timeout(PATIENCE);
        headers.forEach(request::header);
        Answer answer = answer(request.build());
        if (!method.equals("HEAD")) {
            Promises.check(edition, method, path.replaceFirst("\\?.*", ""), answer);
        }
        return answer;
    }

    private static Answer answer(HttpRequest request) {
        try {
            HttpResponse<String> response = ApiClient.HTTP.send(request, BodyHandlers.ofString());
            Map<String, String> headers = new HashMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> headers.put(
                            name.toLowerCase(Locale.ROOT), values.stream().collect(joining(", "))));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
