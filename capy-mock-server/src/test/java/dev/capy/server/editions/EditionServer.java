package dev.capy.server.editions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import java.util.Map;

/** A server that speaks an edition, and shorthand for what a life needs. */
final class EditionServer implements AutoCloseable {

    final TestServer server;
    final ApiClient api;

    EditionServer(String edition) {
        server = TestServer.speaking(edition);
        api = server.api();
    }

    /** A new thread in {@code proj_demo}, as the answer tells of it. */
    JsonNode start(String prompt) {
        return post("/v1/threads", "{'projectId': 'proj_demo', 'prompt': '%s'}".formatted(prompt))
                .ok();
    }

    /** A new thread, all that it does done: {@code DEMO-1} needs review. */
    JsonNode finished() {
        JsonNode thread = start("Add a login page.");
        runUntilIdle();
        return thread;
    }

    Answer post(String path, String quoted) {
        return api.post(path, Json.text(quoted));
    }

    /** A new task in {@code proj_demo}. */
    JsonNode task(String more) {
        return post("/v1/tasks", "{'projectId': 'proj_demo', 'prompt': 'Add a logo.'" + more + "}")
                .ok();
    }

    Answer message(JsonNode thread, String quoted) {
        return post(path(thread) + "/message", quoted);
    }

    JsonNode thread(JsonNode thread) {
        return api.get(path(thread)).ok();
    }

    static String path(JsonNode thread) {
        return "/v1/threads/" + thread.path("id").asText();
    }

    void runUntilIdle() {
        server.control().post("/clock/run-until-idle").ok();
    }

    /** Lets time pass until a thread is in a state, whatever its edition says of that. */
    void runUntil(JsonNode thread, String runState) {
        server.control()
                .post(
                        "/clock/run-until",
                        Json.text("{'thread': '%s', 'runState': '%s'}"
                                .formatted(thread.path("id").asText(), runState)))
                .ok();
    }

    void advance(String duration) {
        server.control()
                .post("/clock/advance", Json.text("{'by': '%s'}".formatted(duration)))
                .ok();
    }

    static List<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
