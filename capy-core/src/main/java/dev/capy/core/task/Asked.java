package dev.capy.core.task;

import dev.capy.core.script.Origin;
import java.util.List;
import java.util.Objects;

/**
 * How a task came to be asked for: what scripts can tell it by.
 *
 * @param origin where: the thread's origin, or its own where no thread delegated it
 * @param tags the thread's tags, or its own labels where no thread delegated it
 */
public record Asked(Origin origin, List<String> tags) {

    public Asked {
        Objects.requireNonNull(origin, "origin");
        tags = List.copyOf(tags);
    }
}
