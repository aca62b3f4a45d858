package dev.capy.core.automation.trigger;

import dev.capy.core.automation.cron.Cron;
import dev.capy.core.automation.cron.Zones;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a time.
 *
 * @param cron a cron expression of five fields
 * @param timezone the IANA name of the zone whose clocks count
 * @param versioned whether it says that it is of version 2; means nothing
 * @param scheduleId recorded as given; null for none
 */
public record Schedule(
        String cron,
        String timezone,
        boolean versioned,
        @Nullable String scheduleId) implements TriggerConfig {

    private static final int LONGEST_CRON = 255;

    public Schedule {
        Objects.requireNonNull(cron, "cron");
        Objects.requireNonNull(timezone, "timezone");
    }

    /** A schedule with nothing but what it takes. */
    public static Schedule of(String cron, String timezone) {
        return new Schedule(cron, timezone, false, null);
    }

    /** When it is time next; empty when it never is again. */
    public Optional<Instant> next(Instant after) {
        return Cron.parse(cron).next(after, Zones.parse(timezone));
    }

    @Override
    public String type() {
        return "schedule";
    }

    @Override
    public LegacyType legacyType() {
        return LegacyType.SCHEDULE;
    }

    @Override
    public List<Violation> violations(String path) {
        List<Violation> violations = new ArrayList<>(cronViolations(path + ".config.cron", cron));
        violations.addAll(zoneViolations(path + ".config.timezone", timezone));
        return violations;
    }

    static List<Violation> cronViolations(String path, String cron) {
        return cron.length() > LONGEST_CRON
                ? List.of(new Violation(path, "must not be longer than " + LONGEST_CRON + " characters"))
                : violations(path, () -> Cron.parse(cron));
    }

    /** What is wrong with the name of a time zone. */
    public static List<Violation> zoneViolations(String path, String timezone) {
        return violations(path, () -> Zones.parse(timezone));
    }

    private static List<Violation> violations(String path, Runnable reader) {
        try {
            reader.run();
            return List.of();
        } catch (Invalid e) {
            return List.of(new Violation(path, e.getMessage()));
        }
    }
}
