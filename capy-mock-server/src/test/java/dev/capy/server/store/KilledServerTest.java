package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.cli.Main;
import dev.capy.server.testing.ChildJvm;
import dev.capy.server.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server has answered is there when it was killed and is started again. */
class KilledServerTest {

    private static final int ROUNDS = Integer.getInteger("capy.kill.rounds", 2);
    private static final int CLIENTS = 8;
    private static final int ANSWERS = 60;

    private final HttpClient client = HttpClient.newHttpClient();

    private final Queue<AssertionError> refused = new ConcurrentLinkedQueue<>();

    @TempDir
    Path directory;

    @Test
    void losesNothingThatWasAnswered() throws Exception {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        for (int round = 1; round <= ROUNDS; round++) {
            try (ChildJvm program = start()) {
                String origin = origin(program);
                writeUntilKilled(program, origin, answered);
            }
        }

        try (ChildJvm program = start()) {
            String origin = origin(program);
            for (String id : answered) {
                assertThat(get(origin + "/api/v1/threads/" + id).statusCode())
                        .as(id)
                        .isEqualTo(200);
            }
            HttpResponse<String> idle = post(origin + "/_capy/clock/run-until-idle", "{}");
            assertThat(idle.statusCode()).as(idle.body()).isEqualTo(200);
            for (String id : answered) {
                JsonNode thread =
                        Json.parse(get(origin + "/api/v1/threads/" + id).body());
                assertThat(thread.path("runState").asText()).isEqualTo("ready");
            }
        }
    }

    private ChildJvm start() throws IOException {
        return ChildJvm.start(
                List.of(), Main.class, "--port", "0", "--clock", "manual", "--data", directory.toString());
    }

    private static String origin(ChildJvm program) throws Exception {
        return program.line().replaceFirst(".* ", "");
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
        } catch (AssertionError e) {
            refused.add(e);
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
