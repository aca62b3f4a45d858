package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.store.Engine;
import dev.capy.server.testing.Postgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places that worlds cannot be kept in: one sentence says what to do, and nothing begins anew. */
class RefusedStorageTest {

    @TempDir
    Path directory;

    private static void assertRefused(Cli run, String beginning) {
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).startsWith(beginning).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://localhost/capy, --store must be a URL such as jdbc:postgresql://localhost:5432/capy",
        "jdbc:mysql://localhost/capy, --store must be a URL such as jdbc:postgresql://localhost:5432/capy",
        "jdbc:postgresql://localhost/capy?user=me, --store must name no user and no password: put them into",
        "jdbc:postgresql://me:secret@localhost/capy, --store must name no user and no password: put them into",
    })
    void areUrlsThatSayTooLittleOrTooMuch(String url, String refusal) {
        assertRefused(Cli.run("serve", "--port", "0", "--store", url), refusal);
    }

    @Test
    void areDatabasesThatDoNotAnswer() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/capy";

        assertRefused(
                Cli.run("serve", "--port", "0", "--store", url),
                "The database " + url + " cannot be reached: start it, or name another one in --store");
    }

    @Test
    void areDatabasesThatThereAreNot() throws IOException {
        Path credentials = Files.writeString(directory.resolve("credentials"), "user=" + Postgres.USER);
        String url = Postgres.url("nowhere");

        assertRefused(
                Cli.run("verify", "--store", url, "--store-credentials", credentials.toString()),
                "There is no database at " + url + ": create it");
    }

    @Test
    void areDatabasesThatRefuseTheUser() throws IOException {
        Path credentials = Files.writeString(directory.resolve("credentials"), "user=stranger\npassword=wrong");
        String url = Postgres.newDatabase();

        assertRefused(
                Cli.run("serve", "--port", "0", "--store", url, "--store-credentials", credentials.toString()),
                "The database " + url + " refuses the user or the password: see CAPY_STORE_USER");
    }

    @Test
    void areFilesWithoutCredentials() throws IOException {
        Path credentials = Files.writeString(directory.resolve("credentials"), "nothing");

        assertRefused(
                Cli.run("serve", "--store", "jdbc:postgresql://x/y", "--store-credentials", credentials.toString()),
                "--store-credentials " + credentials + " has neither a line user=NAME");
        assertRefused(
                Cli.run("serve", "--store", "jdbc:postgresql://x/y", "--store-credentials", directory + "/none"),
                "--store-credentials " + directory + "/none cannot be read");
    }

    @Test
    void areTwoAtOnce() {
        assertRefused(
                Cli.run("serve", "--data", directory.toString(), "--store", "jdbc:postgresql://x/y"),
                "Give one of --data and --store");
        assertRefused(Cli.run("serve", "--fsync"), "--fsync goes with --data");
        assertRefused(Cli.run("serve", "--keep-requests"), "--keep-requests goes with --data or --store");
        assertRefused(Cli.run("dump"), "Say where the worlds are kept: --data DIR or --store URL");
    }

    @Test
    void areLeasesAndAddressesThatMakeNoSense() {
        assertRefused(Cli.run("serve", "--lease", "PT0S"), "--lease must be from PT0.1S to PT1H, was PT0S");
        assertRefused(Cli.run("serve", "--address", "here"), "--address must be a URL such as http://10.0.0.7:8080");
        assertRefused(Cli.run("serve", "--max-records", "0"), "--max-records must be above 0, was 0");
    }

    @ParameterizedTest
    @CsvSource({"H2, --data", "POSTGRESQL, --store"})
    void areDataOfANewerVersion(Engine engine, String option) throws IOException {
        Engine.Place place = engine.place(directory.resolve("data"));
        engine.makeNewer(place);
        Path credentials = Files.writeString(directory.resolve("credentials"), "user=" + Postgres.USER);

        Cli run = option.equals("--data")
                ? Cli.run("serve", "--port", "0", option, place.options().get(1))
                : Cli.run("serve", option, place.options().get(1), "--store-credentials", credentials.toString());

        assertRefused(run, "The data were written by a newer version (their schema is 999");
    }
}
