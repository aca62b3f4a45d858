package dev.capy.core.capx.playbook;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has a playbook run. Only schedules run by themselves here; any playbook can be run by hand.
 *
 * @param type what kind of thing
 * @param schedule the cron expression, in UTC; null where it is no schedule
 * @param event the event's name; null where it is no event
 */
public record Trigger(
        Type type, @Nullable String schedule, @Nullable String event) {

    /** Somebody runs it. */
    public static final Trigger MANUAL = new Trigger(Type.MANUAL, null, null);

    /** What kind of thing has a playbook run. */
    public enum Type {
        MANUAL,
        SCHEDULE,
        WEBHOOK,
        EVENT;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Trigger {
        Objects.requireNonNull(type, "type");
    }

    static Trigger schedule(String cron) {
        return new Trigger(Type.SCHEDULE, cron, null);
    }
}
