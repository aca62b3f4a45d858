package dev.capy.core.capx.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What somebody has spent, in credits.
 *
 * @param total ever
 * @param month the calendar month of the last spending, for example {@code 2026-01}; empty before the first
 * @param inMonth in that month
 * @param day the day of the last spending, for example {@code 2026-01-31}; empty before the first
 * @param inDay on that day
 */
public record Meter(long total, String month, long inMonth, String day, long inDay) {

    /** Nothing yet. */
    public static final Meter ZERO = new Meter(0, "", 0, "", 0);

    public Meter {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(day, "day");
    }

    /** After {@code credits} more were spent, by the calendar of {@code zone}. */
    public Meter plus(long credits, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new Meter(
                total + credits,
                YearMonth.from(today).toString(),
                thisMonth(today) + credits,
                today.toString(),
                today(today) + credits);
    }

    /** Spent in the month of {@code now}. */
    public long thisMonth(Instant now, ZoneId zone) {
        return thisMonth(LocalDate.ofInstant(now, zone));
    }

    /** Spent on the day of {@code now}. */
    public long today(Instant now, ZoneId zone) {
        return today(LocalDate.ofInstant(now, zone));
    }

    private long thisMonth(LocalDate date) {
        return YearMonth.from(date).toString().equals(month) ? inMonth : 0;
    }

    private long today(LocalDate date) {
        return date.toString().equals(day) ? inDay : 0;
    }
}
