package dev.capy.server.testing;

import dev.capy.server.contract.Edition;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;

/** Calls one API of a server, and holds every answer against its document. Immutable and thread-safe. */
public final class ApiClient {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;
    private final Edition edition;
    private final Optional<String> token;

    /** @param token what to call with; empty for nothing */
    ApiClient(URI base, Edition edition, Optional<String> token) {
        this.base = base;
        this.edition = edition;
        this.token = token;
    }

    public Answer get(String path) {
        return request("GET", path).send();
    }

    public Answer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    /** A POST without a body. */
    public Answer post(String path) {
        return request("POST", path).send();
    }

    public Answer put(String path, String json) {
        return request("PUT", path).json(json).send();
    }

    public Answer patch(String path, String json) {
        return request("PATCH", path).json(json).send();
    }

    /**
     * A request that is not sent yet.
     *
     * @param path below the API's url, with the query
     */
    public Exchange request(String method, String path) {
        Exchange exchange = new Exchange(edition, method, base, path);
        token.ifPresent(value -> exchange.header("Authorization", "Bearer " + value));
        return exchange;
    }
}
