package dev.capy.server.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;

/**
 * A directory that takes nothing more when it is told so, for H2 alone. Thread-safe.
 *
 * @param directory which
 */
record FullDisk(Path directory) {

    /** What the names of files begin with that are reached through this. */
    static final String PREFIX = LimitedPath.SCHEME + ":";

    private static final Set<String> FULL = ConcurrentHashMap.newKeySet();

    static {
        FilePath.register(new LimitedPath());
    }

    /** Takes nothing any more. */
    void fill() {
        FULL.add(directory.toString());
    }

    /** Has room again. */
    void empty() {
        FULL.remove(directory.toString());
    }

    static boolean isFull(String file) {
        return FULL.stream().anyMatch(file::contains);
    }
}
