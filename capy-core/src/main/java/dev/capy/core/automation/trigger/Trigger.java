package dev.capy.core.automation.trigger;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that make an automation run.
 *
 * @param id what tells it from the automation's others; null until the automation is saved, for one to be drawn
 * @param config what it waits for
 */
public record Trigger(@Nullable String id, TriggerConfig config) {

    public Trigger {
        Objects.requireNonNull(config, "config");
    }

    /** A trigger that has no id yet. */
    public static Trigger of(TriggerConfig config) {
        return new Trigger(null, config);
    }

    /** The id of a trigger that was saved. */
    public String requireId() {
        return Objects.requireNonNull(id, "a trigger gets its id when its automation is saved");
    }
}
