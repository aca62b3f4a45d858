package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.NOTES;
import static dev.capy.core.kernel.Notebook.remind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Note;
import dev.capy.core.kernel.Notebook.Remind;
import dev.capy.core.kernel.error.Conflict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The longest duration there is takes time to its end, not to an overflow. */
class HugeDurationsTest {

    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    private final Kernel kernel = Notebook.kernel();
    private final CapyClock clock = kernel.clock();

    @Test
    void advanceToTheEndOfTimeAndStayThere() {
        remind(kernel, 1, "work");

        clock.advance(FOREVER);
        clock.advance(FOREVER);
        clock.advance(Duration.ofNanos(1));
        clock.advance(Duration.ZERO);

        assertThat(clock.now()).isEqualTo(Instant.MAX);
        assertThat(Notebook.written(kernel)).hasSize(1);
    }

    @Test
    void areALimitLikeAnyOther() {
        remind(kernel, 1, "work");
        clock.runUntilIdle(FOREVER);
        assertThat(clock.now()).isEqualTo(Notebook.START.plusSeconds(1));

        assertThat(clock.runUntil(view -> false, FOREVER)).isFalse();
        assertThat(clock.now()).isEqualTo(Instant.MAX);
    }

    @Test
    void scheduleForTheEndOfTime() {
        kernel.write(tx -> tx.schedule(FOREVER, new Remind("doomsday")));
        assertThat(clock.next()).contains(Instant.MAX);
        assertThatThrownBy(clock::runUntilIdle).isInstanceOf(Conflict.class);

        clock.advanceTo(Instant.MAX);
        remind(kernel, 1, "afterlife");

        assertThat(kernel.view().all(NOTES)).extracting(Note::text).containsExactly("doomsday", "afterlife");
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 1000, Long.MAX_VALUE / 1000 + 1})
    void areShakenWithoutOverflow(long seconds) {
        Duration shaken = kernel.write(tx -> tx.jitter(Duration.ofSeconds(seconds, 999_999_999)));

        assertThat(shaken).isPositive();
    }
}
