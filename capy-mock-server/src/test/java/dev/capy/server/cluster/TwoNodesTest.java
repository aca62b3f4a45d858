package dev.capy.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.store.Database;
import dev.capy.server.store.Engine;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.EventClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that share a PostgreSQL database. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TwoNodesTest {

    private static final String THREAD = Json.text("{'projectId': 'proj_demo', 'prompt': 'Hello.'}");
    private static final Duration LEASE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Database oneKeeps;
    private Database twoKeeps;
    private TestServer one;
    private TestServer two;

    @BeforeEach
    void startBoth() {
        Engine.Place place = Engine.POSTGRESQL.place(directory);
        oneKeeps = place.open();
        twoKeeps = place.open();
        one = TestServer.keeping(oneKeeps, how -> how.lease(LEASE));
        two = TestServer.keeping(twoKeeps, how -> how.lease(LEASE));
    }

    @AfterEach
    void endBoth() {
        two.close();
        one.close();
        twoKeeps.close();
        oneKeeps.close();
    }

    @Test
    void serveTheDefaultWorldInOnePlaceAndAnswerForItInBoth() {
        String thread = two.api().post("/v1/threads", THREAD).ok().path("id").asText();

        assertThat(one.api().get("/v1/threads/" + thread).ok().path("id").asText())
                .isEqualTo(thread);
        assertThat(two.control().get("/clock").ok().path("now").asText())
                .isEqualTo(one.control().get("/clock").ok().path("now").asText());
        assertThat(two.server().worlds()).isEmpty();
    }

    @Test
    void serveWorldsWhereTheyWereOpenedAndAnswerForThemInBoth() {
        JsonNode world = two.openWorld("{'clock': 'manual'}");
        String id = world.path("id").asText();
        String thread =
                one.in(world).post("/v1/threads", THREAD).ok().path("id").asText();

        assertThat(two.in(world).get("/v1/threads/" + thread).ok().path("id").asText())
                .isEqualTo(thread);
        assertThat(one.control().get("/worlds").ok().path("worlds").findValuesAsText("id"))
                .containsExactly("default", id);
        one.control().request("DELETE", "/worlds/" + id).send().ok();
        assertThat(two.in(world).get("/v1/threads/" + thread).status()).isEqualTo(401);
    }

    @Test
    void refuseWhatNobodyKnowsAsOneServerWould() {
        assertThat(two.as("capy_nobody").get("/v1/projects").status()).isEqualTo(401);
        assertThat(two.anonymous().get("/v1/projects").status()).isEqualTo(401);
        assertThat(two.control().get("/clock?world=none").status()).isEqualTo(404);
        assertThat(two.api().post("/v1/threads", Json.text("{'projectId': 7}")).status())
                .isEqualTo(422);
    }

    @Test
    void passNothingOnToTheControlPlaneFromWhoMayNotUseIt() {
        assertThat(two.raw()
                        .lines("GET /_capy/state HTTP/1.1", "Host: capy.example", "Connection: close")
                        .status())
                .isEqualTo(403);
        assertThat(two.raw()
                        .lines(
                                "GET /_capy/state HTTP/1.1",
                                "Host: localhost",
                                "Origin: http://capy.example",
                                "Connection: close")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void tellWhoServesWhat() {
        JsonNode world = two.openWorld("{}");

        JsonNode cluster = one.control().get("/cluster").ok();

        assertThat(cluster.path("lease").asText()).isEqualTo("PT1S");
        assertThat(cluster.path("nodes").findValuesAsText("address"))
                .containsExactly(one.server().origin(), two.server().origin());
        String idOfTwo = cluster.path("nodes").get(1).path("id").asText();
        assertThat(cluster.path("worlds").get(1).path("id")).isEqualTo(world.path("id"));
        assertThat(cluster.path("worlds").get(1).path("node").asText()).isEqualTo(idOfTwo);
    }

    @Test
    void passStreamsOn() {
        try (EventClient events = two.events("")) {
            one.api().post("/v1/threads", THREAD).ok();

            assertThat(events.event()).isNotEmpty();
        }
    }

    @Test
    void takeOverAtOnceWhenTheOtherEnds() {
        String thread = one.api().post("/v1/threads", THREAD).ok().path("id").asText();

        one.close();

        until(() -> two.api().get("/v1/threads/" + thread).status() == 200);
        two.control().post("/clock/run-until-idle").ok();
        assertThat(two.api().get("/v1/threads/" + thread).ok().path("runState").asText())
                .isEqualTo("ready");
    }

    @Test
    void takeOverWhenTheOtherGivesNoSignOfLife() {
        String thread = one.api().post("/v1/threads", THREAD).ok().path("id").asText();

        oneKeeps.close(); // as if it had lost its way to the database

        until(() -> two.api().get("/v1/threads/" + thread).status() == 200);
        assertThat(one.api().get("/v1/threads/" + thread).status()).isEqualTo(200); // what it knew
        Answer late = one.api().post("/v1/threads", THREAD);
        assertThat(late.status()).isEqualTo(503);
        assertThat(late.header("retry-after")).hasValue("1");
    }

    @Test
    void noticeWhenTheyHaveLostAWorld() {
        one.api().post("/v1/threads", THREAD).ok();
        oneKeeps.nodes().all().forEach(node -> oneKeeps.nodes().renew(node.id(), Duration.ofSeconds(-1)));
        oneKeeps.nodes().take("default", "somebody");

        until(() -> one.api().post("/v1/threads", THREAD).status() == 200);

        until(() -> two.api()
                        .get("/v1/threads?projectId=proj_demo")
                        .ok()
                        .path("items")
                        .size()
                == 2);
    }

    private static void until(BooleanSupplier condition) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
