package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.store.Database;
import dev.capy.server.store.JdbiStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be done with a data directory while no server uses it. */
class DataDirectoryTest {

    private static final String SECRET = "hunter2-very-secret";

    @TempDir
    Path directory;

    private CapyWorld world(Database database) {
        Fixture fixture = Fixture.demo();
        JdbiStore store = database.worlds()
                .create("default", 3, CapyClock.EPOCH, ClockMode.MANUAL, fixture.settings(), Optional.empty());
        return CapyWorld.builder().seed(3).fixture(fixture).store(store).build();
    }

    private String begun() {
        try (Database database = Database.in(directory)) {
            CapyWorld world = world(database);
            world.as("capy_demo").startThread("proj_demo", "Add a login page.");
            world.clock().advance(Duration.ofSeconds(30));
            return world.dump().json();
        }
    }

    @Test
    void printsItsWorld() {
        String dump = begun();

        assertThat(Cli.run("dump", "--data", directory.toString()).out().strip())
                .isEqualTo(dump);
    }

    @Test
    void isFoundWhole() {
        begun();

        assertThat(Cli.run("verify", "--data", directory.toString()).out())
                .startsWith("The world default is whole: ")
                .contains("at 2026-01-01T00:00:30Z");
    }

    @Test
    void isOfThisVersionAlready() {
        begun();

        assertThat(Cli.run("migrate", "--data", directory.toString()).out()).startsWith("The schema is 3 already");
    }

    @Test
    void takesAWorld(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("world.json"), begun());
        Path fresh = Files.createDirectory(other.resolve("data"));

        assertThat(Cli.run("restore", "--data", fresh.toString(), file.toString())
                        .out())
                .startsWith("The world goes on from 2026-01-01T00:00:30Z");

        assertThat(WorldDump.parse(Cli.run("dump", "--data", fresh.toString()).out())
                        .diff(WorldDump.parse(Files.readString(file)))
                        .records())
                .isEmpty();
    }

    @Test
    void carriesItsSecretsAwaySealed(@TempDir Path other) throws IOException {
        keepASecret();
        Path fresh = Files.createDirectory(other.resolve("data"));
        Path key = Files.writeString(other.resolve("key"), "open sesame\n");
        Cli sealed = Cli.run("dump", "--data", directory.toString(), "--key-file", key.toString());
        Path file = Files.writeString(other.resolve("world.json"), sealed.out());

        Cli restored = Cli.run("restore", "--data", fresh.toString(), "--key-file=" + key, file.toString());

        assertThat(restored.out()).doesNotContain("without the secret");
        try (Database database = Database.in(fresh)) {
            assertThat(secret(database.worlds()
                            .find("default")
                            .orElseThrow()
                            .builder()
                            .build()))
                    .isEqualTo(SECRET);
        }
    }

    private void keepASecret() {
        try (Database database = Database.in(directory)) {
            world(database).as("capy_demo").setVariable("proj_demo", "TOKEN", SECRET);
        }
    }

    private static String secret(CapyWorld world) {
        return Objects.requireNonNull(
                        world.as("capy_demo").variables("proj_demo").get(0).value())
                .reveal();
    }

    @Test
    void isNotReadWithAKeyThatIsEmpty(@TempDir Path other) throws IOException {
        begun();
        Path key = Files.writeString(other.resolve("key"), " \n");

        assertThat(Cli.run("dump", "--data", directory.toString(), "--key-file=" + key)
                        .err())
                .startsWith("--key-file " + key + " is empty: put the key into it");
    }

    @ParameterizedTest
    @CsvSource({"dump, seals", "restore, opens"})
    void hasItsKeyExplained(String command, String does) {
        assertThat(Cli.run(command, "--help").out().replaceAll("\\s+", " "))
                .contains("--key-file=FILE File with the key that " + does + " secrets.");
    }

    @Test
    void isRefusedWhereThereIsNone() {
        assertThat(Cli.run("dump", "--data", directory.resolve("none").toString())
                        .err())
                .startsWith("There is no data directory ");
        assertThat(Cli.run("verify", "--data", directory.toString()).err()).startsWith("There is no world in ");
    }
}
