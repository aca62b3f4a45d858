package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit code 2 and one sentence. */
class RefusedOptionsTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=99999              | --port must be from 0 to 65535, was 99999",
                "--port=-1                 | --port must be from 0 to 65535, was -1",
                "--port=web                | Invalid value for option '--port': 'web' is not an int",
                "--host=nowhere.invalid    | Cannot listen on nowhere.invalid, port 8080: there is no such address; choose another --host or --port, where 0 is any free one",
                "--edition=2001-01         | --edition must be one of [2026-06, 2026-04, 2026-07], was 2001-01",
                "--clock=sundial           | Invalid value for option '--clock': must be realtime, on-poll or manual, was sundial",
                "--speed=0                 | --speed must be above 0, was 0.0",
                "--speed=-1                | --speed must be above 0, was -1.0",
                "--speed=NaN               | --speed must be above 0, was NaN",
                "--speed=fast              | Invalid value for option '--speed': 'fast' is not a double",
                "--seed=pumpkin            | Invalid value for option '--seed': 'pumpkin' is not a long",
                "--admin-token-file=/none  | --admin-token-file /none cannot be read",
                "--fixture=/none.yaml      | /none.yaml: there is no such file",
                "--capybara                | Unknown option: '--capybara'",
                "capybara                  | Unmatched argument at index 0: 'capybara'"
            })
    void areNamedInOneSentence(String option, String sentence) {
        Cli refused = Cli.run(option);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip()).isEqualTo(sentence);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void includeADocumentThatIsNotNamed() {
        Cli refused = Cli.run("restore");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip()).isEqualTo("Missing required parameter: 'FILE'");
    }

    @Test
    void includeAnEmptyTokenFile() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), " \n");

        Cli refused = Cli.run("--admin-token-file", file.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("is empty: put the token into it").hasLineCount(1);
    }

    @Test
    void includeAFixtureWithMistakesWhichAreAllNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("world.yaml"), """
                organizations:
                  - id: org
                    colour: red
                    projects:
                      - id: proj
                        repos: [acme/none]
                """);

        Cli refused = Cli.run("--fixture", file.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().lines())
                .hasSizeGreaterThanOrEqualTo(1)
                .allMatch(line -> line.startsWith(file + ":"))
                .anyMatch(line -> line.contains("colour"));
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void includeAPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Cli refused = Cli.run("--port=" + taken.getLocalPort());

            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err())
                    .startsWith("Cannot listen on 127.0.0.1, port " + taken.getLocalPort() + ": Address already in use")
                    .hasLineCount(1);
        }
    }
}
