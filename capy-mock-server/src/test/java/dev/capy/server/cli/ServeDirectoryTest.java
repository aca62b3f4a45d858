package dev.capy.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.files.FileTree;
import dev.capy.server.CapyServer;
import dev.capy.server.testing.LocalRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --fixture DIR}: the default world around a directory of one's own. */
class ServeDirectoryTest {

    @TempDir
    private Path directory;

    @Test
    void servesTheFilesOfADirectoryAsTheDemoRepository() throws IOException {
        Files.writeString(directory.resolve("mine.txt"), "mine");

        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--fixture=" + directory)) {
            assertThat(server.token()).isEqualTo("capy_demo");
            assertThat(app(server.world()).files()).containsOnlyKeys("mine.txt");
        }
    }

    @Test
    void servesTheHeadOfARepository() {
        LocalRepository.init(directory)
                .write("mine.txt", "mine")
                .commit()
                .write("mine.txt", "not yet")
                .write("new.txt", "");

        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--fixture=" + directory)) {
            assertThat(app(server.world()).files()).containsOnlyKeys("mine.txt");
            assertThat(app(server.world())
                            .file("mine.txt")
                            .orElseThrow()
                            .content()
                            .text())
                    .isEqualTo("mine");
        }
    }

    @Test
    void letsAgentsWorkInIt() {
        LocalRepository.init(directory).write("mine.txt", "mine\n").commit();

        try (CapyServer server = Cli.serve("--port=0", "--clock=manual", "--fixture=" + directory)) {
            Member owner = server.world().as("capy_demo");
            String thread = owner.startThread("proj_demo", "Add a login page.").id();
            server.world().clock().runUntilIdle();

            assertThat(owner.tasks(thread)).isNotEmpty();
            assertThat(app(server.world()).files()).containsOnlyKeys("mine.txt");
        }
    }

    @Test
    void saysWhatItLeftOut() throws IOException {
        LocalRepository repository = LocalRepository.init(directory).write("mine.txt", "mine");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("mine.txt"));
        repository.commit();

        Cli.Started started = Cli.start("--port=0", "--fixture=" + directory);
        started.server().close();

        assertThat(started.err().strip())
                .isEqualTo(directory + ": symbolic links and submodules are not imported, left out: link");
    }

    @Test
    void refusesARepositoryWithoutACommit() {
        LocalRepository.init(directory).write("mine.txt", "mine");

        Cli refused = Cli.run("--fixture", directory.toString());

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err().strip())
                .isEqualTo(directory + " has no commit yet: commit its files, or import them as those of a directory");
    }

    private static FileTree app(CapyWorld world) {
        return world.read(view ->
                world.sources().head(view, "acme/app", "main").orElseThrow().tree());
    }
}
