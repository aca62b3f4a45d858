package dev.capy.core.automation.cron;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** The local times that a cron expression matches, whatever the zone. */
record CalendarPattern(CronField minutes, CronField hours, CronField days, CronField months, CronField weekdays) {

    /** After so many years the calendar is the same again. */
    private static final int CYCLE_YEARS = 400;

    private static final int DAYS_A_WEEK = 7;

    /** Whether it means certain times of the day, rather than a rhythm. */
    boolean isTimeOfDay() {
        return !minutes.starred() && !hours.starred();
    }

    /** The first time from {@code from} on, to the minute; empty when there never is one. */
    Optional<LocalDateTime> atOrAfter(LocalDateTime from) {
        LocalDate day = from.toLocalDate();
        if (matches(day)) {
            Optional<LocalTime> time = timeAtOrAfter(from.getHour(), from.getMinute());
            if (time.isPresent()) {
                return time.map(day::atTime);
            }
        }
        return dayAtOrAfter(day.plusDays(1)).map(found -> found.atTime(hours.first(), minutes.first()));
    }

    private Optional<LocalTime> timeAtOrAfter(int hour, int minute) {
        int rest = hours.has(hour) ? minutes.atOrAfter(minute) : -1;
        if (rest >= 0) {
            return Optional.of(LocalTime.of(hour, rest));
        }
        int later = hours.atOrAfter(hour + 1);
        return later < 0 ? Optional.empty() : Optional.of(LocalTime.of(later, minutes.first()));
    }

    private Optional<LocalDate> dayAtOrAfter(LocalDate from) {
        LocalDate limit = from.plusYears(CYCLE_YEARS);
        LocalDate day = from;
        while (day.isBefore(limit)) {
            if (matches(day)) {
                return Optional.of(day);
            }
            day = months.has(day.getMonthValue())
                    ? day.plusDays(1)
                    : day.withDayOfMonth(1).plusMonths(1);
        }
        return Optional.empty();
    }

    private boolean matches(LocalDate day) {
        return months.has(day.getMonthValue()) && matchesDay(day);
    }

    private boolean matchesDay(LocalDate day) {
        boolean byDate = days.has(day.getDayOfMonth());
        boolean byWeekday = weekdays.has(day.getDayOfWeek().getValue() % DAYS_A_WEEK);
        return days.starred() || weekdays.starred() ? byDate && byWeekday : byDate || byWeekday;
    }
}
