package dev.capy.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.kernel.CapyClock;
import dev.capy.server.CapyServer;
import dev.capy.server.testing.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that opens a world of its own and then does the same again and again: it starts a thread, and lets time pass.
 * Where it does not hear what became of a request it looks, and asks again.
 */
final class Writer implements Runnable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String THREAD = Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}");
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SUCCESS = 200;

    /** How many steps are done before the kill at the least, and how many after it. */
    private static final int BEFORE = 8;

    private static final int AFTER = 4;

    private final String home;
    private final String survivor;
    private final int seed;
    private final CountDownLatch busy;
    private final String world;
    private final String token;
    private volatile long killedAt = Long.MAX_VALUE;
    private volatile long answeredAt = Long.MAX_VALUE;
    private int steps;

    /**
     * Opens a world.
     *
     * @param home the server that has it
     * @param survivor the server that is there to the end
     * @param busy told when enough is done
     */
    Writer(String home, String survivor, int seed, CountDownLatch busy) throws IOException {
        this.home = home;
        this.survivor = survivor;
        this.seed = seed;
        this.busy = busy;
        JsonNode opened = open(home);
        world = opened.path("id").asText();
        token = opened.path("tokens").path("capy_demo").asText();
    }

    private JsonNode open(String origin) throws IOException {
        return Json.parse(post(origin + "/_capy/worlds", "", "{\"seed\": " + seed + ", \"clock\": \"manual\"}")
                .body());
    }

    /** The other server was killed. */
    void killed(long nanos) {
        killedAt = nanos;
    }

    @Override
    public void run() {
        int left = AFTER;
        while (left > 0) {
            if (answeredAt < Long.MAX_VALUE) {
                left--;
            }
            step();
            if (steps == BEFORE) {
                busy.countDown();
            }
        }
    }

    private void step() {
        String threads = "/api/v1/threads?limit=100&projectId=proj_demo";
        insist(() -> {
            if (Json.parse(get(origin() + threads).body()).path("items").size() == steps) {
                return answered(post(origin() + "/api/v1/threads", token, THREAD));
            }
            return true; // the one whose answer was not heard
        });
        steps++;
        insist(() -> answered(advance(origin(), token, world, steps)));
    }

    private static HttpResponse<String> advance(String origin, String token, String world, int steps)
            throws IOException {
        String to = CapyClock.EPOCH.plus(STEP.multipliedBy(steps)).toString();
        return post(origin + "/_capy/clock/advance-to?world=" + world, token, "{\"to\": \"" + to + "\"}");
    }

    /** Half of all requests go to the server that has the world, as long as it lives. */
    private String origin() {
        return steps % 2 == 0 || killedAt < Long.MAX_VALUE ? survivor : home;
    }

    private boolean answered(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 503) {
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(SUCCESS);
        if (killedAt < Long.MAX_VALUE && answeredAt == Long.MAX_VALUE) {
            answeredAt = System.nanoTime();
        }
        return true;
    }

    private interface Attempt {

        boolean succeeds() throws IOException;
    }

    private static void insist(Attempt attempt) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!isMet(attempt)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(limit);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean isMet(Attempt attempt) {
        try {
            return attempt.succeeds();
        } catch (IOException e) {
            return false; // the connection broke
        }
    }

    /** Whether its world was the survivor's from the start. */
    boolean wasSpared() {
        return home.equals(survivor);
    }

    /** How long after the kill its world answered again, in milliseconds. */
    long gap() {
        return Duration.ofNanos(answeredAt - killedAt).toMillis();
    }

    /** Holds its world against one in memory of which the same was asked. */
    void assertAsIfNothingHadHappened() throws IOException {
        WorldDump present = dump(survivor, world);
        try (CapyServer memory = CapyServer.start()) {
            JsonNode opened = open(memory.origin());
            String twin = opened.path("id").asText();
            String owner = opened.path("tokens").path("capy_demo").asText();
            for (int step = 1; step <= steps; step++) {
                post(memory.origin() + "/api/v1/threads", owner, THREAD);
                advance(memory.origin(), owner, twin, step);
            }
            assertThat(dump(memory.origin(), twin).diff(present).records()).isEmpty();
        }
    }

    private WorldDump dump(String origin, String id) throws IOException {
        return WorldDump.parse(get(origin + "/_capy/state?world=" + id).body());
    }

    private HttpResponse<String> get(String url) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url)), token);
        if (answer.statusCode() != SUCCESS) {
            throw new IOException("answered " + answer.statusCode());
        }
        return answer;
    }

    private static HttpResponse<String> post(String url, String token, String body) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String token) throws IOException {
        try {
            return HTTP.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
