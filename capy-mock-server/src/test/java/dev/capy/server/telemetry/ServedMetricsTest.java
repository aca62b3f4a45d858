package dev.capy.server.telemetry;

import static dev.capy.server.verify.RequestPattern.anyRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.EventClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedMetricsTest {

    private static TestServer server() {
        return TestServer.start(world -> world, how -> how.metrics(true));
    }

    @Test
    void areATextThatPrometheusReads() {
        try (TestServer server = server()) {
            Answer metrics = read(server, "localhost");

            assertThat(metrics.status()).isEqualTo(200);
            assertThat(metrics.header("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
            assertThat(metrics.text()).endsWith("\n").contains("# TYPE jvm_memory_used_bytes gauge");
        }
    }

    @Test
    void countRequestsByWhatTheyAreAndWhatBecomesOfThem() {
        try (TestServer server = server()) {
            server.api().get("/v1/projects").ok();
            server.api().get("/v1/projects").ok();
            server.anonymous().get("/v1/projects").refused(401, "unauthorized");
            server.api().get("/v1/threads/" + "0".repeat(8)).status();
            server.capx().get("/companies").ok();
            server.control().get("/health").ok();
            server.raw().lines("BREW /api/v1/projects HTTP/1.1", "Host: localhost");

            assertThat(count(server, "http_server_requests"))
                    .contains(
                            "{api=\"capy\",edition=\"2026-06\",method=\"GET\",operation=\"listProjects\",status=\"200\"} 2",
                            "{api=\"capy\",edition=\"none\",method=\"GET\",operation=\"none\",status=\"401\"} 1",
                            "{api=\"capx\",edition=\"none\",method=\"GET\",operation=\"listCompanies\",status=\"200\"} 1",
                            "{api=\"control\",edition=\"none\",method=\"GET\",operation=\"getHealth\",status=\"200\"} 1",
                            "{api=\"capy\",edition=\"none\",method=\"other\",operation=\"none\",status=\"401\"} 1");
        }
    }

    @Test
    void haveOneMoreLineForEachOperationAndNotForEachRequest() {
        try (TestServer server = server()) {
            server.api().get("/v1/threads/a").status();
            server.api().get("/v1/threads/b").status();
            server.openWorld("{'seed': 1}");
            server.openWorld("{'seed': 2}");

            assertThat(count(server, "http_server_requests")).hasSize(2).allMatch(line -> line.endsWith(" 2"));
        }
    }

    @Test
    void countWorldsAndWhatHappensInThem() {
        try (TestServer server = server()) {
            String id = server.openWorld("{'seed': 1}").path("id").asText();
            server.openWorld("{'seed': 2}");
            server.control().request("DELETE", "/worlds/" + id).send().ok();
            server.api()
                    .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                    .ok();
            server.world().clock().runUntilIdle();

            assertThat(lines(server))
                    .contains(
                            "capy_worlds 2.0",
                            "capy_worlds_changes_total{change=\"opened\"} 3.0",
                            "capy_worlds_changes_total{change=\"closed\"} 1.0",
                            "capy_events_total{kind=\"TaskEnded\"} 1.0",
                            "capy_journal_requests 1.0")
                    .anyMatch(line -> line.startsWith("capy_timeline_pending "));
        }
    }

    @Test
    void countFaultsByTheirPoint() {
        try (TestServer server = server()) {
            server.server().faults().add(Fault.when(anyRequest()).once().then(Effect.status(429)));
            server.api().get("/v1/projects").refused(429, "rate_limited");

            assertThat(lines(server))
                    .contains(
                            "capy_faults_total{point=\"before_handling\"} 1.0",
                            "capy_faults_total{point=\"delivery\"} 0.0");
        }
    }

    @Test
    void showStreamsThatGoOn() {
        try (TestServer server = server()) {
            try (EventClient events = server.events("")) {
                assertThat(linesNow(server)).contains("http_server_requests_active 2.0");
            }
        }
    }

    @Test
    void areGuardedAsTheControlPlaneIs() {
        try (TestServer server = server()) {
            read(server, "evil.test").refused(403, "forbidden");
        }
    }

    @Test
    void areNotThereUnlessTheyAreAskedFor() {
        try (TestServer server = TestServer.manual()) {
            assertThat(server.control()
                            .get("/metrics")
                            .refused(404, "not_found")
                            .message())
                    .startsWith("This server keeps no metrics");
        }
    }

    private static Answer read(TestServer server, String host) {
        return server.raw().lines("GET /_capy/metrics HTTP/1.1", "Host: " + host);
    }

    /** What they are when all is counted that has been answered: nobody is left but whoever reads them. */
    private static List<String> lines(TestServer server) {
        List<String> lines = linesNow(server);
        while (!lines.contains("http_server_requests_active 1.0")) {
            lines = linesNow(server);
        }
        return lines;
    }

    private static List<String> linesNow(TestServer server) {
        return read(server, "localhost").text().lines().toList();
    }

    private static List<String> count(TestServer server, String name) {
        String prefix = name + "_seconds_count";
        return lines(server).stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }
}
