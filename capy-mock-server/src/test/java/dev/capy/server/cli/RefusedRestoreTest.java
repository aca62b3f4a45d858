package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.server.CapyServer;
import dev.capy.server.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that cannot be restored: the directory that was to take it stays as it was. */
class RefusedRestoreTest {

    @TempDir
    private Path directory;

    private Path fresh;

    @BeforeEach
    void keepADocumentAndKeys() throws IOException {
        String whole = sealed();
        fresh = Files.createDirectory(directory.resolve("data"));
        write("whole.json", whole);
        write("cut.json", whole.substring(0, whole.length() / 2));
        write("other.json", "{\"version\": 1}");
        write("right", "open sesame");
        write("wrong", "open barley");
        write("empty", "\n");
    }

    private static String sealed() {
        CapyWorld world = CapyWorld.builder().seed(3).build();
        world.as("capy_demo").setVariable("proj_demo", "TOKEN", "hunter2-very-secret");
        return world.dump(StateKey.of("open sesame")).json();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    @ParameterizedTest
    @CsvSource({
        "whole.json, none, cannot be read",
        "whole.json, empty, is empty: put the key into it",
        "whole.json, wrong, is not a secret that was sealed with this key",
        "cut.json, right, not JSON",
        "other.json, right, must be an object",
        "none.json, right, cannot be read"
    })
    void leavesNoWorldBehind(String document, String key, String complaint) {
        assertThat(restore(document, key).err()).contains(complaint);

        try (Database database = Database.in(fresh)) {
            assertThat(database.worlds().all()).isEmpty();
        }
    }

    @Test
    void leavesTheDirectoryToTheNextWorld() {
        restore("whole.json", "wrong");

        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--seed=7", "--data=" + fresh)) {
            assertThat(server.world().seed()).isEqualTo(7);
        }
    }

    @Test
    void leavesTheWorldThatIsThereAsItWas() {
        restore("whole.json", "right");
        String before = dump();

        restore("whole.json", "wrong");

        assertThat(dump()).isEqualTo(before).contains("\"seed\":3");
    }

    private Cli restore(String document, String key) {
        return Cli.run(
                "restore",
                "--data=" + fresh,
                "--key-file=" + directory.resolve(key),
                directory.resolve(document).toString());
    }

    private String dump() {
        return Cli.run("dump", "--data=" + fresh).out();
    }
}
