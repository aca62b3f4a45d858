package dev.capy.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * A request to make. Immutable.
 *
 * @param isRight whether the document allows it
 * @param path below the server's url, with the query, encoded
 * @param body its body, one that is broken on purpose with one byte a character; empty for none
 */
record Attempt(
        Spec.Target target, boolean isRight, String path, String token, Map<String, String> headers, String body) {

    private static final int SHOWN = 4_000;

    /** Whether it is one that only looks. */
    boolean isLook() {
        return target.method().equals("GET");
    }

    /** The same with what a world really has in the place of the names that stand for it. */
    Attempt in(Scene scene) {
        return new Attempt(target, isRight, scene.fill(path), token, headers, scene.fill(body));
    }

    Answer send(TestServer server) {
        return send(server.as(token));
    }

    Answer send(ApiClient client) {
        Exchange exchange = client.request(target.method(), path);
        headers.forEach(exchange::header);
        if (!body.isEmpty()) {
            exchange.body(BodyPublishers.ofByteArray(bytes()));
        }
        return exchange.send();
    }

    private byte[] bytes() {
        boolean broken = body.startsWith(Requests.NOT_UTF_8);
        return body.getBytes(broken ? ISO_8859_1 : UTF_8);
    }

    /** As a command to type; long bodies are cut. */
    String curl(String base) {
        StringBuilder line = new StringBuilder("curl -X ").append(target.method());
        line.append(" '").append(base).append(path).append("' -H 'Authorization: Bearer ");
        line.append(token).append('\'');
        headers.forEach((name, value) ->
                line.append(" -H '").append(name).append(": ").append(value).append('\''));
        if (!body.isEmpty()) {
            String shown = body.length() <= SHOWN ? body : body.substring(0, SHOWN) + "… (" + body.length() + ")";
            line.append(" --data-binary '").append(shown.replace("'", "'\\''")).append('\'');
        }
        return line.toString();
    }
}
