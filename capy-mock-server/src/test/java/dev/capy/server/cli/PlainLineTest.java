package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line that is read without picocli says what picocli would read in it. */
class PlainLineTest {

    private static final Console SILENT =
            new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--port 0",
                "--port=010 --host=::1 --seed=-7 --speed=1e3 --strict",
                "--clock manual --edition 2026-04 --speed 0.5 --seed 42",
                "--clock=on-poll --fixture=a/world.yaml --data data --fsync",
                "--allow-host a --allow-host=b --allow-webhook-host c --allow-webhook-hosts=d",
                "--store jdbc:postgresql://h:5432/d --store-credentials=file --lease PT30S --address=http://h:1",
                "--keep-requests --max-records 7 --admin-token-file token",
                "--max-worlds 1 --max-body=2 --idle-ttl PT30M",
                "--log-format json --log-level=wArN --access-log"
            })
    void isReadAsPicocliReadsIt(String line) {
        assertThat(plain(line)).isEqualTo(explained(line)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "-V",
                "--capybara",
                "capybara",
                "@file",
                "--port",
                "--port --strict",
                "--port=",
                "--port=web",
                "--port 1 --port 2",
                "--seed -7",
                "--strict=false",
                "--strict --strict",
                "--host='a'",
                "--host @file",
                "--allow-webhook-host a,b",
                "--clock sundial",
                "--log-level loud",
                "--"
            })
    void isNotReadIfThereIsAnythingToExplain(String line) {
        assertThat(plain(line)).isEmpty();
    }

    private static Map<String, Object> plain(String line) {
        Recording recording = new Recording(new LinkedHashMap<>());
        PlainLine.read(words(line), recording.settings());
        return recording.values();
    }

    private static Map<String, Object> explained(String line) {
        Recording recording = new Recording(new LinkedHashMap<>());
        String[] words = ("serve " + line).strip().split(" ");
        assertThat(Manual.commandLine(List.of(recording), SILENT).execute(words))
                .isZero();
        recording.values().values().removeIf(List.of()::equals);
        return recording.values();
    }

    private static List<String> words(String line) {
        return line.isEmpty() ? List.of() : List.of(line.split(" "));
    }

    /** Keeps what {@code serve} would be told. */
    private record Recording(Map<String, Object> values) implements Command {

        @Override
        public String name() {
            return "serve";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public List<Setting<?>> settings() {
            return new ServeOptions()
                    .settings().stream().<Setting<?>>map(this::recorded).toList();
        }

        private <T> Setting<T> recorded(Setting<T> setting) {
            return new Setting<>(
                    setting.names(),
                    setting.form(),
                    setting.label(),
                    setting.description(),
                    setting.preset(),
                    setting.separator(),
                    value -> values.put(setting.names().get(0), value));
        }

        @Override
        public void run(Console console) {}
    }
}
