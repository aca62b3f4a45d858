package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void areListedNewestFirst() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");
        Threads.runUntilIdle(server);

        JsonNode page = server.api().get(messages(thread)).ok();

        assertThat(page.path("items").findValuesAsText("source")).containsExactly("assistant", "assistant", "user");
        assertThat(page.at("/items/2/content").asText()).isEqualTo("Add a login page.");
        assertThat(page.path("hasMore").asBoolean()).isFalse();
        assertThat(page.path("items").findValuesAsText("createdAt")).allMatch(time -> time.endsWith("Z"));
    }

    @Test
    void arePagedToOlderOnes() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");
        Threads.runUntilIdle(server);
        JsonNode newest = server.api().get(messages(thread) + "?limit=1").ok();

        JsonNode older = server.api()
                .get(messages(thread) + "?limit=50&cursor="
                        + newest.path("nextCursor").asText())
                .ok();

        assertThat(older.path("items")).hasSize(2);
        JsonNode another = Threads.start(server.api(), "Another.");
        server.api()
                .get(messages(another) + "?cursor=" + newest.path("nextCursor").asText())
                .invalid();
    }

    @Test
    void wakeACaptainThatIsReady() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");
        Threads.runUntilIdle(server);

        JsonNode sent = send(thread, "{'message': 'And a logout page.', 'model': 'gpt-5.5', 'speed': 'fast'}");

        assertThat(sent.path("status").asText()).isEqualTo("sent");
        assertThat(Threads.get(server, thread).path("runState").asText()).isNotEqualTo("ready");
        Threads.runUntilIdle(server);
        assertThat(Threads.get(server, thread).path("tasks")).hasSize(2);
        List<String> ids = server.api().get(messages(thread)).ok().path("items").findValuesAsText("id");
        assertThat(ids).contains(sent.path("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void areReadByABusyCaptainLater() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");

        send(thread, "{'message': 'And a logout page.', 'attachmentUrls': ['https://example.test/a.png']}");

        assertThat(Threads.get(server, thread).path("pendingWakeups").asInt()).isEqualTo(1);
        Threads.runUntilIdle(server);
        assertThat(Threads.get(server, thread).path("pendingWakeups").asInt()).isZero();
        assertThat(server.api().get(messages(thread)).ok().path("items").size()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void makeTheirSenderAParticipant() {
        JsonNode thread = Threads.start(server.api(), "Add a login page.");

        server.as("capy_demo_member")
                .post("/v1/threads/" + Threads.id(thread) + "/message", Json.text("{'message': 'Me too.'}"))
                .ok();

        assertThat(Threads.get(server, thread).path("participants").findValuesAsText("userId"))
                .containsExactly("user_owner", "user_member");
    }

    private JsonNode send(JsonNode thread, String body) {
        return server.api()
                .post("/v1/threads/" + Threads.id(thread) + "/message", Json.text(body))
                .ok();
    }

    private static String messages(JsonNode thread) {
        return "/v1/threads/" + Threads.id(thread) + "/messages";
    }
}
