package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.CapyServer;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.RawClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitOptionsTest {

    @Test
    void sayHowManyWorldsThereMayBe() {
        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--max-worlds=2")) {
            assertThat(openWorld(server, "{}").status()).isEqualTo(200);
            openWorld(server, "{}").refused(409, "conflict");
        }
    }

    @Test
    void sayHowLargeABodyMayBe() {
        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--max-body=60")) {
            assertThat(startThread(server, "a").status()).isEqualTo(200);
            assertThat(startThread(server, "a".repeat(60))
                            .refused(413, "content_too_large")
                            .message())
                    .isEqualTo("The request body must not exceed 60 bytes");
        }
    }

    @Test
    void sayHowLongWorldsMayLieIdleThatSayNothingElse() {
        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--idle-ttl=PT3H")) {
            Answer usual = openWorld(server, "{}");
            assertThat(usual.ok().path("timeToLive").asText()).isEqualTo("PT3H");
            assertThat(openWorld(server, "{\"timeToLive\":\"PT1H\"}")
                            .ok()
                            .path("timeToLive")
                            .asText())
                    .isEqualTo("PT1H");
            assertThat(post(server, "/_capy/worlds/default/fork", "{}")
                            .ok()
                            .path("timeToLive")
                            .asText())
                    .isEqualTo("PT3H");
        }
    }

    @Test
    void letTheDefaultWorldLive() {
        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--idle-ttl=PT3H")) {
            assertThat(new RawClient(server.port())
                            .lines("GET /_capy/worlds/default HTTP/1.1", "Host: localhost")
                            .ok()
                            .path("timeToLive")
                            .isNull())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--max-worlds=0    | --max-worlds must be above 0, was 0",
                "--max-worlds=many | Invalid value for option '--max-worlds': 'many' is not an int",
                "--max-body=0      | --max-body must be from 1 to 1073741824, was 0",
                "--max-body=2000000000 | --max-body must be from 1 to 1073741824, was 2000000000",
                "--max-body=1MB    | Invalid value for option '--max-body': '1MB' is not an int",
                "--idle-ttl=PT0S   | --idle-ttl must be above PT0S and at most PT876000H, was PT0S",
                "--idle-ttl=-PT1H  | --idle-ttl must be above PT0S and at most PT876000H, was PT-1H",
                "--idle-ttl=1h     | Invalid value for option '--idle-ttl': must be an ISO 8601 duration such as PT30M, was 1h"
            })
    void areRefusedInOneSentence(String option, String sentence) {
        Cli refused = Cli.run(option);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip()).isEqualTo(sentence);
    }

    private static Answer openWorld(CapyServer server, String body) {
        return post(server, "/_capy/worlds", body);
    }

    private static Answer startThread(CapyServer server, String prompt) {
        return post(server, "/api/v1/threads", "{\"projectId\":\"proj_demo\",\"prompt\":\"" + prompt + "\"}");
    }

    private static Answer post(CapyServer server, String path, String body) {
        return new RawClient(server.port())
                .send(String.join(
                        "\r\n",
                        "POST " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer capy_demo",
                        "Content-Type: application/json",
                        "Content-Length: " + body.length(),
                        "Connection: close",
                        "",
                        body));
    }
}
