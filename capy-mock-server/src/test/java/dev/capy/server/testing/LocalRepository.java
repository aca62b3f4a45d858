package dev.capy.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real git repository in a directory of the test's, deaf to the configuration of the machine. */
public record LocalRepository(Path directory) {

    private static final byte[] NOTHING = {};

    /** A new one with the branch {@code main} and no commit; ends the test as skipped where there is no git. */
    public static LocalRepository init(Path directory, String... options) {
        assumeThat(isInstalled())
                .as("git is not on the PATH: what is imported from git repositories was not checked")
                .isTrue();
        LocalRepository repository = new LocalRepository(directory);
        List<String> arguments = new ArrayList<>(List.of("init", "--quiet", "--template=", "-b", "main"));
        arguments.addAll(List.of(options));
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        repository.git(arguments.toArray(String[]::new));
        return repository;
    }

    private static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("git", "--version").start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Puts a file into the work tree. */
    public LocalRepository write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts a file into the work tree. */
    public LocalRepository write(String path, byte[] content) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits all that is in the work tree. */
    public LocalRepository commit() {
        git("add", "--all");
        git("commit", "--quiet", "-m", "Work");
        return this;
    }

    /** Commits a tree that is given as {@code git ls-tree -z} prints it. */
    public LocalRepository commitTree(byte[] listing) {
        String tree = git(listing, "mktree", "-z", "--missing");
        git("update-ref", "HEAD", git(NOTHING, "commit-tree", "-m", "Work", tree));
        return this;
    }

    /** The id of a blob that is stored for it. */
    public String store(String text) {
        return git(text.getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--no-filters", "--stdin");
    }

    /** What a command says; fails the test when the command fails. */
    public String git(String... arguments) {
        return git(NOTHING, arguments);
    }

    private String git(byte[] input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        isolate(builder.environment());
        try {
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input);
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.putAll(Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "Ada",
                "GIT_AUTHOR_EMAIL", "ada@acme.test",
                "GIT_COMMITTER_NAME", "Ada",
                "GIT_COMMITTER_EMAIL", "ada@acme.test"));
    }
}
