package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.elapsed;
import static dev.capy.core.kernel.Notebook.remind;
import static dev.capy.core.kernel.Notebook.remindInBackground;
import static dev.capy.core.kernel.Notebook.write;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Remind;
import dev.capy.core.kernel.Notebook.Repeat;
import dev.capy.core.kernel.error.Invalid;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdvanceTest {

    private final Kernel kernel = Notebook.kernel();
    private final CapyClock clock = kernel.clock();

    /** Schedules more, at its own instant and later. */
    private record Morning() implements Timer {
        @Override
        public String describe() {
            return "morning";
        }
    }

    @Test
    void runsWhatIsDueAtTheInstantItShouldAndStopsAtItsEnd() {
        remind(kernel, 1, "first");
        remindInBackground(kernel, 3, "last");
        remind(kernel, 4, "beyond");

        clock.advance(Duration.ofSeconds(3));

        assertThat(written(kernel)).containsExactly("first@PT1S", "last@PT3S");
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void runsWhatItsEntriesScheduleAtTheSameInstantAndLater() {
        Kernel world = Notebook.kernel(registry -> registry.on(Morning.class, (tx, morning) -> {
            write(tx, "wake");
            tx.schedule(Duration.ofSeconds(2), new Remind("coffee"));
            tx.schedule(Duration.ZERO, new Repeat("stretch", Duration.ZERO, 2));
            tx.scheduleInBackground(Duration.ofSeconds(9), new Remind("work"));
        }));
        world.write(tx -> tx.schedule(Duration.ofSeconds(1), new Morning()));
        remind(world, 1, "alarm");

        world.clock().advance(Duration.ofSeconds(3));

        assertThat(written(world))
                .containsExactly(
                        "wake@PT1S", "alarm@PT1S", "stretch@PT1S", "stretch@PT1S", "stretch@PT1S", "coffee@PT3S");
        assertThat(Notebook.pending(world)).containsExactly("reminder of work");
    }

    @Test
    void followsAChainThroughItsWholeLength() {
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Repeat("tick", Duration.ofSeconds(1), 9)));

        clock.advance(Duration.ofSeconds(5));
        assertThat(written(kernel)).hasSize(5);

        clock.advance(Duration.ofSeconds(60));
        assertThat(written(kernel)).hasSize(10).last().isEqualTo("tick@PT10S");
    }

    @Test
    void givesTheSameWorldInOneStepAndInMany() {
        Kernel other = Notebook.kernel();
        for (Kernel world : new Kernel[] {kernel, other}) {
            world.write(tx -> tx.schedule(Duration.ofSeconds(1), new Repeat("tick", Duration.ofMillis(700), 20)));
            remindInBackground(world, 3, "once");
        }

        clock.advance(Duration.ofSeconds(20));
        for (int i = 0; i < 40; i++) {
            other.clock().advance(Duration.ofMillis(500));
        }

        assertThat(kernel.digest()).isEqualTo(other.digest());
    }

    @Test
    void ofNothingChangesNothing() {
        remind(kernel, 1, "later");
        String before = kernel.digest();

        clock.advance(Duration.ZERO);

        assertThat(kernel.digest()).isEqualTo(before);
    }

    @Test
    void refusesToGoBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(Invalid.class);
    }

    @Test
    void reachesAnInstantExactly() {
        remind(kernel, 5, "there");

        clock.advanceTo(Notebook.START.plusSeconds(5));

        assertThat(written(kernel)).containsExactly("there@PT5S");
        assertThat(clock.now()).isEqualTo(Notebook.START.plusSeconds(5));
    }

    @Test
    void mayMoveToTheInstantItStandsAt() {
        clock.advanceTo(clock.now());

        assertThat(elapsed(kernel)).isZero();
    }

    @Test
    void refusesAnInstantInThePastAndNamesBoth() {
        clock.advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> clock.advanceTo(Notebook.START))
                .isInstanceOf(Invalid.class)
                .hasMessageContainingAll("2026-01-01T00:00:01Z", "2026-01-01T00:00:00Z");
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(1));
    }
}
