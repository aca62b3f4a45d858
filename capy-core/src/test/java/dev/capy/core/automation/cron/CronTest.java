package dev.capy.core.automation.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronTest {

    @Test
    void skipsTheWeekend() {
        List<String> firings = Firings.of("0 9 * * 1-5", "UTC").between("2026-01-01", "2026-01-08");

        assertThat(firings)
                .containsExactly(
                        "2026-01-01T09:00Z",
                        "2026-01-02T09:00Z",
                        "2026-01-05T09:00Z",
                        "2026-01-06T09:00Z",
                        "2026-01-07T09:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    * * * * *              | 2026-03-28T23:31:00Z
                    */15 * * * *           | 2026-03-28T23:45:00Z
                    5/20 * * * *           | 2026-03-28T23:45:00Z
                    0 0 1 1 *              | 2027-01-01T00:00:00Z
                    0 0 1 JAN *            | 2027-01-01T00:00:00Z
                    59 23 31 12 *          | 2026-12-31T23:59:00Z
                    0,30 8-10/2 * * *      | 2026-03-29T08:00:00Z
                    0 0 * * 0              | 2026-03-29T00:00:00Z
                    0 0 * * 7              | 2026-03-29T00:00:00Z
                    0 0 * * Fri-Sun        | 2026-03-29T00:00:00Z
                    0 0 * * sun-tue        | 2026-03-29T00:00:00Z
                    0 0 * 4-6,9 mon        | 2026-04-06T00:00:00Z
                    0 0 31 * *             | 2026-03-31T00:00:00Z
                    0 0 31 4,5 *           | 2026-05-31T00:00:00Z
                    """)
    void findsTheNextTime(String expression, Instant expected) {
        Instant after = Instant.parse("2026-03-28T23:30:15.250Z");

        assertThat(Cron.parse(expression).next(after, ZoneOffset.UTC)).hasValue(expected);
    }

    @Test
    void isStrictlyAfter() {
        Instant due = Instant.parse("2026-01-05T09:00:00Z");

        assertThat(Cron.parse("0 9 * * *").next(due.minusNanos(1), ZoneOffset.UTC))
                .hasValue(due);
        assertThat(Cron.parse("0 9 * * *").next(due, ZoneOffset.UTC)).hasValue(Instant.parse("2026-01-06T09:00:00Z"));
    }

    @Test
    void takesEitherDayWhereBothAreRestricted() {
        assertThat(Firings.of("0 0 13 * 5", "UTC").between("2026-03-09", "2026-03-21"))
                .containsExactly("2026-03-13T00:00Z", "2026-03-20T00:00Z");
        assertThat(Firings.of("0 0 15 * 5", "UTC").between("2026-03-09", "2026-03-21"))
                .containsExactly("2026-03-13T00:00Z", "2026-03-15T00:00Z", "2026-03-20T00:00Z");
    }

    @Test
    void takesBothDaysWhereOneBeginsWithAStar() {
        assertThat(Firings.of("0 0 */2 * 5", "UTC").between("2026-03-01", "2026-04-01"))
                .containsExactly("2026-03-13T00:00Z", "2026-03-27T00:00Z");
    }

    @Test
    void waitsForALeapDay() {
        assertThat(Firings.of("0 12 29 2 *", "Europe/Berlin").between("2026-01-01", "2033-01-01"))
                .containsExactly("2028-02-29T12:00+01:00", "2032-02-29T12:00+01:00");
    }

    @Test
    void waitsEightYearsWhereACenturyHasNoLeapDay() {
        assertThat(Firings.of("0 0 29 2 *", "UTC").between("2096-03-01", "2105-01-01"))
                .containsExactly("2104-02-29T00:00Z");
    }

    @Test
    void waitsForALeapDayOnACertainWeekday() {
        assertThat(Firings.of("0 0 */28 2 0", "UTC").between("2026-01-01", "2060-01-01"))
                .contains("2032-02-29T00:00Z");
    }
}
