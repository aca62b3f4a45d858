package dev.capy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that a server can do on the same foundation: it reads the body of a request, puts a record into a map, and
 * writes it. No contract, no world, no journal.
 */
public final class Floor implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> threads = new ConcurrentHashMap<>();
    private final JsonNode template;
    private final Javalin javalin;

    /**
     * Starts to listen.
     *
     * @param template what threads look like
     */
    public Floor(JsonNode template, int port) {
        this.template = template;
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.routes.get(Conversation.PROJECTS, context -> write(context, JSON.createObjectNode()));
            config.routes.post(Conversation.THREADS, context -> write(context, create(context.bodyAsBytes())));
            config.routes.get(
                    Conversation.THREADS + "/{id}", context -> write(context, thread(context.pathParam("id"))));
        });
        javalin.start("127.0.0.1", port);
    }

    /** Serves until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        new Floor(JSON.readTree(Path.of(arguments[0]).toFile()), Integer.parseInt(arguments[1]));
    }

    private JsonNode create(byte[] body) throws IOException {
        ObjectNode thread = template.deepCopy();
        thread.put("id", UUID.randomUUID().toString());
        thread.put("title", JSON.readTree(body).path("prompt").textValue());
        threads.put(thread.path("id").textValue(), thread);
        return thread;
    }

    private JsonNode thread(String id) {
        return Objects.requireNonNull(threads.get(id), id);
    }

    private static void write(Context context, JsonNode answer) throws IOException {
        context.contentType("application/json");
        context.result(JSON.writeValueAsBytes(answer));
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
