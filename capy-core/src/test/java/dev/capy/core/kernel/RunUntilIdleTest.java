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
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunUntilIdleTest {

    private final Kernel kernel = Notebook.kernel();
    private final CapyClock clock = kernel.clock();

    @Test
    void runsTheBackgroundThatIsDueBeforeAndLeavesTheRest() {
        remindInBackground(kernel, 1, "before");
        remind(kernel, 2, "work");
        remindInBackground(kernel, 3, "after");

        clock.runUntilIdle();

        assertThat(written(kernel)).containsExactly("before@PT1S", "work@PT2S");
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Notebook.pending(kernel)).containsExactly("reminder of after");
    }

    @Test
    void runsTheBackgroundThatIsDueWhenItBecomesIdle() {
        remind(kernel, 2, "work");
        remindInBackground(kernel, 2, "same instant");

        clock.runUntilIdle();

        assertThat(written(kernel)).containsExactly("work@PT2S", "same instant@PT2S");
        assertThat(clock.isIdle()).isTrue();
    }

    @Test
    void tellsWhatKeepsTheWorldFromBeingIdle() {
        remind(kernel, 3, "later");
        remindInBackground(kernel, 1, "nobody waits for this");
        remind(kernel, 2, "sooner");

        assertThat(clock.heldBy()).extracting(Entry::name).containsExactly("reminder of sooner", "reminder of later");

        clock.runUntilIdle();

        assertThat(clock.heldBy()).isEmpty();
    }

    @Test
    void goesOnWhenTheLastBackgroundStartsNewWork() {
        Kernel world = Notebook.kernel(registry -> registry.on(Cron.class, (tx, cron) -> {
            write(tx, "cron");
            tx.schedule(Duration.ofSeconds(5), new Remind("more work"));
        }));
        remind(world, 2, "work");
        world.write(tx -> tx.scheduleInBackground(Duration.ofSeconds(2), new Cron()));

        world.clock().runUntilIdle();

        assertThat(written(world)).containsExactly("work@PT2S", "cron@PT2S", "more work@PT7S");
    }

    private record Cron() implements Timer {
        @Override
        public String describe() {
            return "cron";
        }
    }

    @Test
    void followsWorkThatMakesWork() {
        kernel.write(tx -> tx.schedule(Duration.ofMinutes(1), new Repeat("tick", Duration.ofMinutes(1), 4)));

        clock.runUntilIdle();

        assertThat(written(kernel)).hasSize(5);
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void doesNothingWhenItIsIdle() {
        remindInBackground(kernel, 1, "background");
        String before = kernel.digest();

        clock.runUntilIdle();

        assertThat(kernel.digest()).isEqualTo(before);
    }

    @Test
    void givesUpAtItsLimitAndNamesWhoHoldsItUp() {
        kernel.write(tx -> tx.schedule(Duration.ZERO, new Repeat("endless", Duration.ofDays(50), 1000)));
        remindInBackground(kernel, 40_000_000, "background");

        assertThatThrownBy(clock::runUntilIdle)
                .isInstanceOf(Conflict.class)
                .hasMessageContainingAll("repetition of endless", "2027-02-05T00:00:00Z")
                .hasMessageNotContaining("background");

        assertThat(elapsed(kernel)).isEqualTo(CapyClock.IDLE_LIMIT);
    }

    @Test
    void namesNoMoreThanAReaderWants() {
        for (int i = 0; i < 50; i++) {
            remind(kernel, 100 + i, "n" + i);
        }

        assertThatThrownBy(() -> clock.runUntilIdle(Duration.ofSeconds(10)))
                .isInstanceOf(Conflict.class)
                .hasMessageContainingAll("reminder of n0 at", "reminder of n4 at")
                .hasMessageNotContaining("reminder of n5 ");
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void reachesWhatIsDueExactlyAtItsLimit() {
        remind(kernel, 10, "in time");

        clock.runUntilIdle(Duration.ofSeconds(10));

        assertThat(written(kernel)).containsExactly("in time@PT10S");
    }

    @Test
    void refusesANegativeLimit() {
        assertThatThrownBy(() -> clock.runUntilIdle(Duration.ofSeconds(-1))).isInstanceOf(Invalid.class);
    }
}
