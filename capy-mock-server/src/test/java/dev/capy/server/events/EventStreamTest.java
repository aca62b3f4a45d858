package dev.capy.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.Event;
import dev.capy.core.review.ReviewEnded;
import dev.capy.core.vm.VmPlaced;
import dev.capy.server.testing.EventClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of a world over HTTP. */
class EventStreamTest {

    private static final String THREAD = Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}");

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    private void emit(Event event) {
        server.world().write(tx -> {
            tx.emit(event);
            return true;
        });
    }

    @Test
    void tellsWhatHappens() {
        try (EventClient events = server.events("?kinds=ThreadChanged,TaskChanged")) {
            String thread =
                    server.api().post("/v1/threads", THREAD).ok().path("id").asText();
            server.control().post("/clock/run-until-idle").ok();

            JsonNode started = events.data("ThreadChanged");
            assertThat(started.path("threadId").asText()).isEqualTo(thread);
            assertThat(started.path("at").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
            assertThat(states(events, started))
                    .containsExactly(
                            "running",
                            "DEMO-1 backlog",
                            "DEMO-1 queued",
                            "DEMO-1 in_progress",
                            "waiting",
                            "DEMO-1 needs_review",
                            "running",
                            "ready");
        }
    }

    /** What becomes of a thread and its task until the thread is ready. */
    private static List<String> states(EventClient events, JsonNode first) {
        List<String> states = new ArrayList<>(List.of(first.path("runState").asText()));
        while (!states.get(states.size() - 1).equals("ready")) {
            JsonNode data = Json.parse(events.event().get("data"));
            states.add(
                    data.has("runState")
                            ? data.path("runState").asText()
                            : data.path("identifier").asText() + " "
                                    + data.path("status").asText());
        }
        return states;
    }

    @Test
    void goesOnWhereAReaderLeftIt() {
        emit(new VmPlaced("a"));
        emit(new VmPlaced("b"));
        try (EventClient first = server.events("", "Last-Event-ID: 0")) {
            assertThat(first.event()).containsEntry("id", "1");
            assertThat(first.event()).containsEntry("id", "2");
        }
        emit(new VmPlaced("c"));

        try (EventClient second = server.events("", "Last-Event-ID: 2")) {
            assertThat(second.event()).containsEntry("id", "3").containsEntry("event", "VmPlaced");
        }
    }

    @Test
    void isOfOneWorld() {
        JsonNode world = server.openWorld("{'clock': 'manual'}");
        String id = world.path("id").asText();
        try (EventClient events = server.events("?kinds=VmPlaced,VmRunning&world=" + id)) {
            emit(new VmPlaced("of the default world"));
            server.in(world).post("/v1/threads", THREAD).ok();
            server.control().post("/clock/run-until-idle?world=" + id).ok();

            assertThat(events.event()).containsEntry("event", "VmRunning");
        }
    }

    @Test
    void refusesWhatIsNoKindAndNoId() {
        assertThat(server.control().get("/events?kinds=TaskEnd").invalid().message())
                .isEqualTo("Request query validation failed");
        for (String bad : List.of("1", "-1", "abc", "99999999999999999999")) {
            assertThat(server.control()
                            .request("GET", "/events")
                            .header("Last-Event-ID", bad)
                            .send()
                            .invalid()
                            .paths())
                    .containsExactly("$.Last-Event-ID");
        }
        server.control().request("HEAD", "/events").send();
        server.control().request("POST", "/events").send().refused(405, "method_not_allowed");
    }

    @Test
    void movesAWorldThatPollsMove() {
        JsonNode world = server.openWorld("{'clock': 'on-poll'}");
        try (EventClient events =
                server.events("?kinds=TaskEnded&world=" + world.path("id").asText())) {
            server.in(world).post("/v1/threads", THREAD).ok();

            assertThat(events.data("TaskEnded").path("taskId").asText()).isNotEmpty();
        }
    }

    @Test
    void endsWithItsWorld() {
        String id = server.openWorld("{}").path("id").asText();
        try (EventClient events = server.events("?world=" + id)) {
            server.control().request("DELETE", "/worlds/" + id).send().ok();

            assertThat(events.block()).containsExactly(": the world is closed");
            assertThat(events.block()).isEmpty();
        }
    }

    @Test
    void goesToHundredsOfReadersWithoutAThreadForEach() {
        List<EventClient> readers = new ArrayList<>();
        try {
            IntStream.range(0, 300).forEach(i -> readers.add(server.events("")));
            server.api().get("/v1/projects").ok();

            emit(new VmPlaced("a"));

            assertThat(readers)
                    .allSatisfy(reader -> assertThat(reader.laterEvent()).containsEntry("event", "VmPlaced"));
        } finally {
            readers.forEach(EventClient::close);
        }
    }

    @Test
    void cutsOffWhoDoesNotRead() {
        String bulk = "x".repeat(100_000);
        try (EventClient slow = server.events("");
                EventClient fast = server.events("?kinds=ReviewEnded")) {
            IntStream.range(0, 300).forEach(i -> emit(new VmPlaced(bulk)));
            emit(new ReviewEnded("r", "acme/app", "main"));

            assertThat(fast.event()).containsEntry("event", "ReviewEnded");
            List<String> block = slow.block();
            int told = 0;
            while (block.size() == 3) {
                told++;
                block = slow.block();
            }
            assertThat(block).containsExactly(": cut off, since too much was waiting to be read");
            assertThat(slow.block()).isEmpty();
            assertThat(told).isBetween(1, 299);
        }
    }
}
