package dev.capy.core.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a step that has ended.
 *
 * @param name the step's name
 * @param error what went wrong; null when nothing did
 * @param output what was printed; null when nothing was
 * @param startedAt when it began
 * @param duration how long it took
 * @param metadata further facts by name, for example the repository
 */
public record StepLog(
        String name,
        @Nullable String error,
        @Nullable String output,
        Instant startedAt,
        Duration duration,
        SortedMap<String, String> metadata) {

    public StepLog {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(duration, "duration");
        metadata = metadata.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    public boolean isSuccess() {
        return error == null;
    }
}
