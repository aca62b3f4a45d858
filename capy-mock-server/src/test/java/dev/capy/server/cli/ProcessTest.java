package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.ChildJvm;
import dev.capy.server.testing.CurlLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as a person starts it. */
class ProcessTest {

    @Test
    void saysWhereItListensAndEndsWhenItIsAskedTo() throws Exception {
        try (ChildJvm program = ChildJvm.start(List.of(), Main.class, "--port", "0", "--clock", "on-poll")) {
            assertThat(program.line()).matches("Capy is listening on http://127\\.0\\.0\\.1:\\d+");
            List<String> examples = examples(program);

            assertThat(examples).hasSize(3);
            for (String example : examples) {
                assertThat(statusOf(CurlLine.parse(example))).as(example).isEqualTo(200);
            }

            program.terminate();
            assertThat(program.exitCode()).isIn(0, 143);
            assertThat(program.err()).isEmpty();
            assertThat(program.out()).isEmpty();
        }
    }

    private static List<String> examples(ChildJvm program) throws Exception {
        List<String> examples = new ArrayList<>();
        while (examples.size() < 3) {
            String line = program.line().strip();
            if (line.startsWith("curl ")) {
                examples.add(line);
            }
        }
        return examples;
    }

    private static int statusOf(CurlLine line) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(line.url()))
                .method(line.method(), BodyPublishers.ofString(line.body()));
        line.headers().forEach(request::header);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void endsWithTheExitCodeOfARefusal() throws Exception {
        try (ChildJvm program = ChildJvm.start(List.of(), Main.class, "--port", "99999")) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.err().strip()).isEqualTo("--port must be from 0 to 65535, was 99999");
            assertThat(program.out()).isEmpty();
        }
    }
}
