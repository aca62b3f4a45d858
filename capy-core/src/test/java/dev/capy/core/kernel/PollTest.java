package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.elapsed;
import static dev.capy.core.kernel.Notebook.remind;
import static dev.capy.core.kernel.Notebook.remindInBackground;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Notebook.Repeat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PollTest {

    private final Kernel kernel = Notebook.kernel();
    private final CapyClock clock = kernel.clock();

    @Test
    void startsInManualMode() {
        assertThat(clock.mode()).isEqualTo(ClockMode.MANUAL);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ON_POLL")
    void doesNothingInOtherModes(ClockMode mode) {
        clock.mode(mode);
        remind(kernel, 1, "work");
        String before = kernel.digest();

        clock.poll();

        assertThat(kernel.digest()).isEqualTo(before);
    }

    @Test
    void movesToTheNextForegroundInstantAndRunsAllThatIsDueThere() {
        clock.mode(ClockMode.ON_POLL);
        remindInBackground(kernel, 1, "before");
        remind(kernel, 2, "work");
        remind(kernel, 2, "more work");
        remindInBackground(kernel, 2, "background");
        remind(kernel, 3, "next");

        clock.poll();
        assertThat(written(kernel)).containsExactly("before@PT1S", "work@PT2S", "more work@PT2S", "background@PT2S");

        clock.poll();
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void movesOneInstantACallThroughAChain() {
        clock.mode(ClockMode.ON_POLL);
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Repeat("tick", Duration.ofSeconds(1), 9)));

        for (int i = 1; i <= 10; i++) {
            clock.poll();
            assertThat(written(kernel)).hasSize(i);
        }
    }

    @Test
    void doesNothingInAnIdleWorld() {
        clock.mode(ClockMode.ON_POLL);
        remindInBackground(kernel, 1, "background");
        String before = kernel.digest();

        clock.poll();

        assertThat(kernel.digest()).isEqualTo(before);
    }

    @Test
    void passesWhatWasCancelled() {
        clock.mode(ClockMode.ON_POLL);
        long cancelled = remind(kernel, 1, "cancelled");
        remind(kernel, 5, "work");
        kernel.write(tx -> {
            tx.cancel(cancelled);
            return true;
        });

        clock.poll();

        assertThat(written(kernel)).containsExactly("work@PT5S");
    }
}
