package dev.capy.core.shell;

import dev.capy.core.files.FileTree;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a shell starts from. Immutable and thread-safe. The shell adds {@code HOME}, {@code PATH}, {@code PWD} and
 * {@code USER} where the environment lacks them.
 *
 * @param files the disk; the shell makes no directory by itself, so {@code /tmp} is there only when it is in here
 * @param workingDirectory an absolute path
 * @param environment exported variables
 * @param user who runs the script and owns what it makes, usually {@code root}; permissions are not enforced
 */
public record ShellSession(
        FileTree files, String workingDirectory, SortedMap<String, String> environment, String user) {

    public ShellSession {
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(user, "user");
        if (!workingDirectory.startsWith("/")) {
            throw new IllegalArgumentException("workingDirectory must be absolute, was '" + workingDirectory + "'");
        }
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /** Root, at {@code workingDirectory}, with an empty environment. */
    public static ShellSession root(FileTree files, String workingDirectory) {
        return new ShellSession(files, workingDirectory, Collections.emptySortedMap(), "root");
    }
}
