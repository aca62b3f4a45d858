package dev.capy.core.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.kernel.Entry;
import dev.capy.core.script.Origin;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final AutomationWorld lab = new AutomationWorld();

    private static AutomationConfig weekdays() {
        return AutomationWorld.config().scheduled("0 9 * * 1-5", "Europe/Berlin");
    }

    private List<Entry> pending() {
        return lab.world.clock().pending();
    }

    @Test
    void startsAThreadWhenItIsTime() {
        Automation automation = lab.create(weekdays());

        lab.at("2026-01-01T07:59:59Z");
        assertThat(lab.runs(automation)).isEmpty();
        lab.at("2026-01-01T08:00:00Z");

        AutomationRun run = lab.runs(automation).get(0);
        assertThat(lab.thread(Objects.requireNonNull(run.threadId())).origin()).isEqualTo(Origin.AUTOMATION);
        assertThat(run.jamId()).isEqualTo(run.threadId());
        assertThat(lab.now(automation).runs())
                .isEqualTo(new Automation.Runs(1, Instant.parse("2026-01-01T08:00:00Z"), run.id()));
    }

    @Test
    void isNothingThatTheWorldWaitsFor() {
        lab.create(weekdays());

        assertThat(lab.world.clock().isIdle()).isTrue();
        assertThat(pending()).hasSize(1).noneMatch(Entry::foreground);
        lab.world.clock().runUntilIdle();
        assertThat(lab.world.clock().now()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void runsOnEveryWeekdayOfAYear() {
        Automation automation = lab.create(weekdays());

        lab.at("2027-01-01T00:00:00Z");

        List<Instant> times = lab.runTimes(automation);
        assertThat(times).hasSize(261).isSorted();
        assertThat(times)
                .allMatch(time -> time.atZone(ZoneId.of("Europe/Berlin")).getHour() == 9);
        assertThat(times)
                .contains(Instant.parse("2026-03-27T08:00:00Z"), Instant.parse("2026-03-30T07:00:00Z"))
                .contains(Instant.parse("2026-10-23T07:00:00Z"), Instant.parse("2026-10-26T08:00:00Z"));
        assertThat(lab.now(automation).runs().count()).isEqualTo(261);
        assertThat(pending().stream().filter(entry -> entry.name().startsWith("schedule of")))
                .hasSize(1);
    }

    @Test
    void leavesOutATimeAtWhichTheLastRunStillGoesOn() {
        Automation automation = lab.create(AutomationWorld.config().scheduled("* * * * *", "UTC"));

        lab.after(Duration.ofMinutes(30));

        assertThat(lab.runs(automation)).hasSizeBetween(2, 29);
        assertThat(lab.now(automation).runs().count())
                .isEqualTo(lab.runs(automation).size());
    }

    @Test
    void stopsWhileItIsDisabled() {
        Automation automation = lab.create(weekdays());

        lab.update(automation, config -> config.withEnabled(false));
        assertThat(pending()).isEmpty();
        lab.at("2026-01-06T12:00:00Z");
        lab.update(automation, config -> config.withEnabled(true));
        lab.at("2026-01-07T12:00:00Z");

        assertThat(lab.runTimes(automation)).containsExactly(Instant.parse("2026-01-07T08:00:00Z"));
    }

    @Test
    void stopsForGoodWhenItIsDeleted() {
        Automation automation = lab.create(weekdays());

        lab.delete(automation);

        assertThat(pending()).isEmpty();
        assertThat(lab.at("2026-02-01T00:00:00Z").runs(automation)).isEmpty();
    }

    @Test
    void followsAChangedTime() {
        Automation automation = lab.create(weekdays());

        lab.update(automation, config -> config.scheduled("30 18 * * *", "America/New_York"));
        lab.at("2026-01-02T12:00:00Z");

        assertThat(lab.runTimes(automation)).containsExactly(Instant.parse("2026-01-01T23:30:00Z"));
    }

    @Test
    void keepsItsPlaceOnTheTimelineWhenSomethingElseChanges() {
        Automation automation = lab.create(weekdays());
        List<Entry> before = pending();

        lab.update(automation, config -> config.withPrompt("Look again."));

        assertThat(pending()).isEqualTo(before);
    }

    @Test
    void hasATimeOfItsOwnForEachSchedule() {
        Automation automation = lab.create(AutomationWorld.config()
                .withTriggers(List.of(
                        Trigger.of(Schedule.of("0 6 * * *", "UTC")), Trigger.of(Schedule.of("0 18 * * *", "UTC")))));

        assertThat(pending()).hasSize(2);
        lab.at("2026-01-03T00:00:00Z");

        assertThat(lab.runs(automation)).hasSize(4);
        assertThat(lab.runs(automation).stream().map(AutomationRun::triggerId).distinct())
                .hasSize(2);
    }

    @Test
    void isTheSameInEqualWorlds() {
        AutomationWorld twin = new AutomationWorld();
        lab.create(weekdays());
        twin.create(weekdays());

        lab.after(Duration.ofDays(10));
        twin.after(Duration.ofDays(10));

        assertThat(lab.world.digest()).isEqualTo(twin.world.digest());
    }
}
