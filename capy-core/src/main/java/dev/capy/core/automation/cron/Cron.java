package dev.capy.core.automation.cron;

import dev.capy.core.kernel.error.Invalid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of five fields: minute, hour, day of month, month, day of week. When both day fields are restricted a
 * day that matches either one counts, as in every cron since Vixie's.
 *
 * <p>Where clocks change it does what cron(8) says: an expression with a star in front of its minute or hour goes by the
 * clock on the wall, so what the spring gap leaves out does not happen, and the autumn overlap happens twice. Any other
 * one means a time of day, which happens once: at the end of a gap that swallows it, and the first time in an overlap.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cron {

    private static final LocalDateTime SOME_DAY = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final CalendarPattern pattern;

    private Cron(CalendarPattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads an expression.
     *
     * @throws Invalid when it is none, or means a day that never comes, such as 30 February
     */
    public static Cron parse(String text) {
        String[] fields = text.strip().split("\\s+", -1);
        FieldKind[] kinds = FieldKind.values();
        if (fields.length != kinds.length) {
            throw new Invalid(
                    "must be a cron expression of the five fields minute, hour, day of month, month and day of"
                            + " week, such as 0 9 * * 1-5; was '" + text + "'");
        }
        CronField[] parsed = new CronField[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            parsed[i] = FieldParser.parse(kinds[i], fields[i]);
        }
        CalendarPattern pattern = new CalendarPattern(parsed[0], parsed[1], parsed[2], parsed[3], parsed[4]);
        if (pattern.atOrAfter(SOME_DAY).isEmpty()) {
            throw new Invalid("must be a cron expression of a day that comes some time; was '" + text + "'");
        }
        return new Cron(pattern);
    }

    /** When it is time next, strictly after {@code after}, by the clocks of {@code zone}. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant at = after;
        LocalDateTime from = LocalDateTime.ofInstant(at, rules.getOffset(at))
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        while (true) {
            ZoneOffset offset = rules.getOffset(at);
            Optional<LocalDateTime> hit = pattern.atOrAfter(laterOf(from, whatIsNew(rules, at)));
            ZoneOffsetTransition end = rules.nextTransition(at);
            if (hit.isEmpty() || end == null || hit.get().isBefore(end.getDateTimeBefore())) {
                return hit.map(time -> time.toInstant(offset));
            }
            at = end.getInstant();
            if (pattern.isTimeOfDay() && hit.get().isBefore(end.getDateTimeAfter())) {
                return Optional.of(at);
            }
            from = end.getDateTimeAfter();
        }
    }

    /** For a time of day: until when the local time at {@code at} was there before, if clocks were set back. */
    private @Nullable LocalDateTime whatIsNew(ZoneRules rules, Instant at) {
        ZoneOffsetTransition start = pattern.isTimeOfDay() ? rules.previousTransition(at.plusNanos(1)) : null;
        return start != null && start.isOverlap() ? start.getDateTimeBefore() : null;
    }

    private static LocalDateTime laterOf(LocalDateTime time, @Nullable LocalDateTime other) {
        return other != null && other.isAfter(time) ? other : time;
    }
}
