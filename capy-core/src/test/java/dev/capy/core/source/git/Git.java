package dev.capy.core.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The system's git in one directory, deaf to the configuration of the machine. */
public record Git(Path directory) {

    /** Ends the test as skipped where there is no git. */
    public static void assumeInstalled() {
        assumeThat(isInstalled())
                .as("git is not on the PATH: what it would say of our patches and ids was not checked")
                .isTrue();
    }

    /** Ends the test as skipped where git cannot merge without a working tree, which it can from 2.38 on. */
    public static void assumeMergesTrees(Git git) {
        String version = git.run("version").replaceAll("[^0-9.]*([0-9]+)\\.([0-9]+).*", "$1 $2");
        int number = Integer.parseInt(version.split(" ")[0]) * 100 + Integer.parseInt(version.split(" ")[1]);
        assumeThat(number)
                .as("git is older than 2.38: what it would make of our merges was not checked")
                .isGreaterThanOrEqualTo(238);
    }

    /** Ends the test as skipped where Java cannot name a file {@code 日本語}. */
    public static void assumeUnicodeFileNames() {
        assumeThat(canName("日本語"))
                .as("file names are not UTF-8 here (LC_ALL=C?): unicode paths were not checked")
                .isTrue();
    }

    /** Whether Java can give a file this name. */
    public static boolean canName(String name) {
        return Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"))
                .newEncoder()
                .canEncode(name);
    }

    private static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("git", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What a command says; fails the test when the command fails. */
    public String run(String... arguments) {
        return run(Map.of(), "", arguments);
    }

    /** The same with {@code input} on its standard input. */
    public String run(Map<String, String> environment, String input, String... arguments) {
        return execute(0, environment, input, arguments);
    }

    /** What a command says that ends with 1 when it has found something to complain about. */
    public String ask(String... arguments) {
        return execute(1, Map.of(), "", arguments);
    }

    private String execute(int highestExitCode, Map<String, String> environment, String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment()
                .putAll(Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CEILING_DIRECTORIES", String.valueOf(directory.getParent())));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("git %s: %s", command, said).isBetween(0, highestExitCode);
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Puts a tree into the directory. */
    public void write(FileTree tree) throws IOException {
        for (Map.Entry<String, FileNode> entry : tree.files().entrySet()) {
            Path file = directory.resolve(entry.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue().content().bytes());
            if (entry.getValue().isExecutable()) {
                Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(file, permissions);
            }
        }
    }

    /** The tree in the directory, git's own files left out; executable files have mode 0755, others 0644. */
    public FileTree read() throws IOException {
        FileTree tree = FileTree.EMPTY;
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String path = directory.relativize(file).toString();
                if (!path.startsWith(".git/")) {
                    FileNode node = FileNode.of(Content.of(Files.readAllBytes(file)));
                    tree = tree.with(path, Files.isExecutable(file) ? node.withMode(0755) : node);
                }
            }
        }
        return tree;
    }
}
