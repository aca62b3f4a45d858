package dev.capy.core.automation.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Europe/Berlin: 02:00 becomes 03:00 on 2026-03-29, 03:00 becomes 02:00 on 2026-10-25. */
class CronDaylightTest {

    private static final String BERLIN = "Europe/Berlin";
    private static final String NEW_YORK = "America/New_York";

    @Test
    void keepsTheTimeOfDayAcrossTheSpring() {
        assertThat(Firings.of("0 9 * * *", BERLIN).between("2026-03-28", "2026-03-31"))
                .containsExactly("2026-03-28T09:00+01:00", "2026-03-29T09:00+02:00", "2026-03-30T09:00+02:00");
    }

    @Test
    void keepsTheTimeOfDayAcrossTheAutumn() {
        assertThat(Firings.of("0 9 * * 1-5", NEW_YORK).between("2026-10-30", "2026-11-04"))
                .containsExactly("2026-10-30T09:00-04:00", "2026-11-02T09:00-05:00", "2026-11-03T09:00-05:00");
    }

    @Test
    void doesWhatTheGapSwallowsAtItsEnd() {
        assertThat(Firings.of("30 2 * * *", BERLIN).between("2026-03-28", "2026-03-31"))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
        assertThat(Firings.of("30 2 * * *", NEW_YORK).between("2026-03-07", "2026-03-10"))
                .containsExactly("2026-03-07T02:30-05:00", "2026-03-08T03:00-04:00", "2026-03-09T02:30-04:00");
    }

    @Test
    void doesItOnceWhereTheGapSwallowsSeveral() {
        assertThat(Firings.of("0,20,40 2-3 * * *", BERLIN).between("2026-03-29", "2026-03-30"))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T03:20+02:00", "2026-03-29T03:40+02:00");
    }

    @Test
    void doesATimeOfDayOnceWhereItComesTwice() {
        assertThat(Firings.of("30 2 * * *", BERLIN).between("2026-10-24", "2026-10-27"))
                .containsExactly("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(Firings.of("30 1 * * *", NEW_YORK).between("2026-11-01", "2026-11-03"))
                .containsExactly("2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00");
    }

    @Test
    void looksForwardFromTheMiddleOfTheSecondTime() {
        Instant second = Instant.parse("2026-10-25T01:10:00Z");

        assertThat(Cron.parse("30 2 * * *").next(second, Zones.parse(BERLIN)))
                .hasValue(Instant.parse("2026-10-26T01:30:00Z"));
        assertThat(Cron.parse("30 2,3 * * *").next(second, Zones.parse(BERLIN)))
                .hasValue(Instant.parse("2026-10-25T02:30:00Z"));
    }

    @Test
    void keepsARhythmAcrossTheSpring() {
        assertThat(Firings.of("*/30 * * * *", BERLIN).between("2026-03-29", "2026-03-30"))
                .hasSize(46)
                .containsSubsequence("2026-03-29T01:30+01:00", "2026-03-29T03:00+02:00")
                .noneMatch(firing -> firing.contains("T02:"));
    }

    @Test
    void keepsARhythmAcrossTheAutumn() {
        List<String> firings = Firings.of("0 * * * *", BERLIN).between("2026-10-25", "2026-10-26");

        assertThat(firings)
                .hasSize(25)
                .containsSubsequence("2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00");
    }

    @Test
    void followsAZoneThatChangesByHalfAnHour() {
        assertThat(Firings.of("15 2 * * *", "Australia/Lord_Howe").between("2026-10-03", "2026-10-06"))
                .containsExactly("2026-10-03T02:15+10:30", "2026-10-04T02:30+11:00", "2026-10-05T02:15+11:00");
    }

    @Test
    void staysTheSameWhereClocksNeverChange() {
        assertThat(Firings.of("30 2 * * *", "Asia/Kolkata").between("2026-03-29", "2026-03-31"))
                .containsExactly("2026-03-29T02:30+05:30", "2026-03-30T02:30+05:30");
    }
}
