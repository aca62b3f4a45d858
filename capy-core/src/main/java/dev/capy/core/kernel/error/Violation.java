package dev.capy.core.kernel.error;

import java.util.Objects;

/**
 * One thing that is wrong with an input.
 *
 * @param path where it is wrong, as a JSON path from the root of what was given, for example {@code $.tags[0]}
 * @param message what is wrong and what would be right
 */
public record Violation(String path, String message) {

    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return path + ": " + message;
    }
}
