package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.cli.Main;
import dev.capy.server.testing.ChildJvm;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.Postgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a server has answered is there when it was killed and is started again. {@code -Dcapy.kill.rounds=50} kills it as often
 * as that.
 */
class KilledServerTest {

    private static final int ROUNDS = Integer.getInteger("capy.kill.rounds", 2);
    private static final int CLIENTS = 8;
    private static final int ANSWERS = 60;
    private static final int PAGE = 100;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final HttpClient client = HttpClient.newHttpClient();

    private final Queue<AssertionError> refused = new ConcurrentLinkedQueue<>();

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Engine.Place place;

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void losesNothingThatWasAnsweredAndDoesNothingByHalves(Engine engine) throws Exception {
        place = engine.place(directory);
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (ChildJvm program = start()) {
                String origin = readyOrigin(program);
                writeUntilKilled(program, origin, answered);
            }
            assertThat(problems()).isEmpty();
        }

        try (ChildJvm program = start()) {
            String origin = readyOrigin(program);
            assertThat(threads(origin)).containsAll(answered);
            HttpResponse<String> idle = post(origin + "/_capy/clock/run-until-idle", "{}");
            assertThat(idle.statusCode()).as(idle.body()).isEqualTo(200);
            for (String id : threads(origin)) {
                JsonNode thread =
                        Json.parse(get(origin + "/api/v1/threads/" + id).body());
                assertThat(thread.path("runState").asText()).as(id).isEqualTo("ready");
            }
        }
        System.out.printf(
                "%s: %d rounds, %d threads answered, all of them there and ready%n", engine, ROUNDS, answered.size());
    }

    private List<String> problems() {
        try (Database database = place.open()) {
            return database.worlds().problems("default");
        }
    }

    /** The ids of all threads, answered or not. */
    private Set<String> threads(String origin) throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = Json.parse(get(origin + "/api/v1/threads?projectId=proj_demo&limit=" + PAGE + cursor)
                    .body());
            page.path("items").forEach(thread -> ids.add(thread.path("id").asText()));
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : null;
        }
        return ids;
    }

    private ChildJvm start() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--clock", "manual", "--lease", "PT0.5S"));
        arguments.addAll(place.options());
        return ChildJvm.start(
                List.of(), Map.of("CAPY_STORE_USER", Postgres.USER), Main.class, arguments.toArray(String[]::new));
    }

    /** Where it listens, once the lease of the one that was killed has lapsed. */
    private String readyOrigin(ChildJvm program) throws Exception {
        String origin = program.origin();
        while (get(origin + "/api/v1/projects").statusCode() == 503) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return origin;
    }

    private void writeUntilKilled(ChildJvm program, String origin, Queue<String> answered) throws Exception {
        CountDownLatch enough = new CountDownLatch(ANSWERS);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread writer = new Thread(() -> writeOn(origin, answered, enough));
            writer.start();
            clients.add(writer);
        }
        enough.await();
        program.kill();
        for (Thread writer : clients) {
            writer.join();
        }
        assertThat(refused).isEmpty();
    }

    private void writeOn(String origin, Queue<String> answered, CountDownLatch enough) {
        String body = Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}");
        try {
            while (true) {
                HttpResponse<String> answer = post(origin + "/api/v1/threads", body);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                answered.add(Json.parse(answer.body()).path("id").asText());
                enough.countDown();
            }
        } catch (IOException e) {
            // the server was killed
        } catch (RuntimeException | AssertionError e) {
            refused.add(new AssertionError(e));
            while (enough.getCount() > 0) {
                enough.countDown();
            }
        }
    }

    private HttpResponse<String> get(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private HttpResponse<String> post(String url, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.header("Authorization", "Bearer capy_demo").build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
