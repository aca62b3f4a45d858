package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;

/** Shorthand for threads. */
final class Threads {

    private Threads() {}

    /** A new thread in {@code proj_demo}. */
    static JsonNode start(ApiClient api, String prompt) {
        return startWith(api, "{'projectId': 'proj_demo', 'prompt': '%s'}".formatted(prompt));
    }

    /** A new thread made of a body with single quotes. */
    static JsonNode startWith(ApiClient api, String body) {
        return api.post("/v1/threads", Json.text(body)).ok();
    }

    static String id(JsonNode thing) {
        return thing.path("id").asText();
    }

    /** A thread as it is now. */
    static JsonNode get(TestServer server, JsonNode thread) {
        return server.api().get("/v1/threads/" + id(thread)).ok();
    }

    static void runUntilIdle(TestServer server) {
        server.control().post("/clock/run-until-idle").ok();
    }
}
