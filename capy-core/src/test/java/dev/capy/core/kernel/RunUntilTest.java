package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.NOTES;
import static dev.capy.core.kernel.Notebook.elapsed;
import static dev.capy.core.kernel.Notebook.remind;
import static dev.capy.core.kernel.Notebook.remindInBackground;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Repeat;
import dev.capy.core.kernel.error.Invalid;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RunUntilTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Kernel kernel = Notebook.kernel();
    private final CapyClock clock = kernel.clock();

    @Test
    void stopsAtTheEntryThatMakesItTrue() {
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Repeat("tick", Duration.ofSeconds(1), 99)));

        assertThat(clock.runUntil(notes(3), HOUR)).isTrue();

        assertThat(written(kernel)).containsExactly("tick@PT1S", "tick@PT2S", "tick@PT3S");
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void doesAllThatIsDueAtTheInstantBeforeItStops() {
        remind(kernel, 1, "a");
        remind(kernel, 1, "b");

        assertThat(clock.runUntil(notes(2), HOUR)).isTrue();

        assertThat(written(kernel)).containsExactly("a@PT1S", "b@PT1S");
    }

    @Test
    void doesNotSeeWhatIsTrueOnlyInTheMiddleOfAnInstant() {
        remind(kernel, 1, "a");
        remind(kernel, 1, "b");

        assertThat(clock.runUntil(view -> written(kernel).size() == 1, HOUR)).isFalse();
    }

    @Test
    void runsNothingWhenItIsTrueAlready() {
        remind(kernel, 1, "later");

        assertThat(clock.runUntil(view -> true, HOUR)).isTrue();

        assertThat(elapsed(kernel)).isZero();
    }

    @Test
    void runsTheBackgroundTooAndDoesNotStopWhenIdle() {
        remindInBackground(kernel, 100, "background");

        assertThat(clock.runUntil(notes(1), HOUR)).isTrue();

        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(100));
    }

    @Test
    void standsAtItsLimitWhenItIsNotTrueByThen() {
        remind(kernel, 1, "a");
        remind(kernel, 3601, "b");

        assertThat(clock.runUntil(notes(2), HOUR)).isFalse();

        assertThat(elapsed(kernel)).isEqualTo(HOUR);
        assertThat(Notebook.pending(kernel)).containsExactly("reminder of b");
    }

    @Test
    void mayWaitForTimeAlone() {
        assertThat(clock.runUntil(view -> !view.now().isBefore(Notebook.START.plus(HOUR)), HOUR))
                .isTrue();
    }

    @Test
    void looksAtAWorldThatDoesNotChangeWhileItLooks() {
        assertThatThrownBy(() -> clock.runUntil(
                        view -> kernel.write(tx -> Notebook.write(tx, "meddling"))
                                .id()
                                .isEmpty(),
                        HOUR))
                .isInstanceOf(IllegalStateException.class);

        assertThat(written(kernel)).isEmpty();
    }

    @Test
    void refusesANegativeLimit() {
        assertThatThrownBy(() -> clock.runUntil(view -> true, Duration.ofNanos(-1)))
                .isInstanceOf(Invalid.class);
    }

    private static Predicate<View> notes(int count) {
        return view -> view.all(NOTES).count() >= count;
    }
}
