package dev.capy.server.controlplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Build agents ran, and what they got to read. */
class TranscriptsTest {

    private static final String SCRIPT = """
            {'scripts': [{
              'name': 'two',
              'captain': [
                {'delegate': [
                  {'title': 'One', 'build': [{'run': 'echo one; exit 3'}, {'run': 'echo two >&2'}, {'say': 'Did it.'}]},
                  {'title': 'Two', 'build': [{'run': 'sleep 600'}, {'fail': 'Too hard.'}]}]},
                'waitForTasks']}]}
            """;

    private final TestServer server = TestServer.manual();
    private String thread = "";

    @BeforeEach
    void startAThread() {
        server.control().post("/scripts", Json.text(SCRIPT)).ok();
        thread = server.control()
                .post("/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'Do it.'}"))
                .ok()
                .path("id")
                .asText();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellOfEveryRun() {
        runUntilIdle();

        JsonNode jams = server.control().get("/tasks/DEMO-1/jams").ok();

        assertThat(jams.path("identifier").asText()).isEqualTo("DEMO-1");
        assertThat(jams.path("status").asText()).isEqualTo("needs_review");
        assertThat(jams.path("jams")).hasSize(1);
        JsonNode jam = jams.at("/jams/0");
        assertThat(jam.path("status").asText()).isEqualTo("idle");
        assertThat(jam.path("script").asText()).isEqualTo("two");
        assertThat(jam.path("report").asText()).isEqualTo("A command ended with exit code 3\nDid it.");
        assertThat(jam.path("failure").isNull()).isTrue();
        assertThat(jam.path("branch").asText()).startsWith("capy/");
        assertThat(jam.at("/cost/vm").decimalValue()).isPositive();
        assertThat(server.control()
                        .get("/tasks/" + jams.path("taskId").asText() + "/jams")
                        .ok())
                .isEqualTo(jams);
    }

    @Test
    void tellOfEveryCommandOfARun() {
        runUntilIdle();

        JsonNode commands = server.control().get("/tasks/DEMO-1/jams").ok().at("/jams/0/commands");

        assertThat(commands).hasSize(2);
        assertThat(commands.path(0).path("cause").asText()).isEqualTo("agent");
        assertThat(commands.path(0).path("tool").asText()).isEqualTo("bash_run");
        assertThat(commands.path(0).path("command").asText()).isEqualTo("echo one; exit 3");
        assertThat(commands.path(0).path("workingDirectory").asText()).isEqualTo("/home/app");
        assertThat(commands.path(0).path("exitCode").asInt()).isEqualTo(3);
        assertThat(commands.path(0).path("stdout").asText()).isEqualTo("one\n");
        assertThat(commands.path(1).path("stderr").asText()).isEqualTo("two\n");
    }

    @Test
    void tellWhyARunFailed() {
        runUntilIdle();

        JsonNode jams = server.control().get("/tasks/DEMO-2/jams").ok();

        assertThat(jams.path("status").asText()).isEqualTo("error");
        assertThat(jams.at("/jams/0/failure").asText()).contains("Too hard.");
        assertThat(jams.at("/jams/0/commands/0/durationMs").asInt()).isEqualTo(600_000);
    }

    @Test
    void leaveOpenHowARunningCommandEnds() {
        server.control()
                .post("/clock/run-until", Json.text("{'thread': '" + thread + "', 'runState': 'waiting'}"))
                .ok();

        JsonNode running = server.poll(() -> commands("task=DEMO-2"), commands -> commands.size() == 1)
                .path(0);

        assertThat(running.path("command").asText()).isEqualTo("sleep 600");
        for (String outcome : List.of("exitCode", "stdout", "stderr", "durationMs")) {
            assertThat(running.path(outcome).isNull()).as(outcome).isTrue();
        }
        assertThat(server.control()
                        .get("/tasks/DEMO-2/jams")
                        .ok()
                        .at("/jams/0/status")
                        .asText())
                .isEqualTo("active");
    }

    @Test
    void areListedInTheOrderOfTheirStart() {
        runUntilIdle();

        JsonNode all = commands("thread=" + thread);

        assertThat(texts(all, "command")).containsExactlyInAnyOrder("echo one; exit 3", "echo two >&2", "sleep 600");
        assertThat(texts(all, "startedAt")).isSorted();
        assertThat(texts(commands("task=DEMO-2"), "command")).containsExactly("sleep 600");
        String jam = all.path(0).path("jamId").asText();
        assertThat(texts(commands("jam=" + jam), "jamId")).isNotEmpty().containsOnly(jam);
    }

    @Test
    void areNoneBeforeAnythingRan() {
        assertThat(commands("thread=" + thread)).isEmpty();
    }

    @Test
    void areOfOneThingThatIsThere() {
        for (String query : List.of("", "?task=DEMO-1&thread=" + thread, "?jam=a&task=b")) {
            assertThat(server.control().get("/commands" + query).invalid().violations())
                    .containsExactly("$: must name exactly one of task, jam and thread");
        }
        server.control().get("/commands?task=").invalid();
        assertThat(message("/commands?task=DEMO-9")).isEqualTo("There is no task DEMO-9");
        assertThat(message("/commands?jam=nobody")).isEqualTo("There is no jam nobody");
        assertThat(message("/commands?thread=nobody")).isEqualTo("There is no thread nobody");
        assertThat(message("/tasks/DEMO-9/jams")).isEqualTo("There is no task DEMO-9");
    }

    private String message(String path) {
        return server.control().get(path).refused(404, "not_found").message();
    }

    private JsonNode commands(String query) {
        return server.control().get("/commands?" + query).ok().path("commands");
    }

    private void runUntilIdle() {
        server.control().post("/clock/run-until-idle").ok();
    }

    private static List<String> texts(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.path(name).asText())
                .toList();
    }
}
