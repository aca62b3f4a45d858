package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.elapsed;
import static dev.capy.core.kernel.Notebook.remind;
import static dev.capy.core.kernel.Notebook.write;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.kernel.Notebook.Fail;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailingTimerTest {

    private final Kernel kernel = Notebook.kernel(registry -> registry.on(Sink.class, (tx, sink) -> sink(tx)));
    private final CapyClock clock = kernel.clock();

    private record Sink() implements Timer {
        @Override
        public String describe() {
            return "sinking";
        }
    }

    private record Orphan() implements Timer {
        @Override
        public String describe() {
            return "orphan";
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void sink(Tx tx) {
        sink(tx);
    }

    @BeforeEach
    void scheduleAFailureBetweenTwoReminders() {
        remind(kernel, 1, "before");
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(2), new Fail("ink")));
        remind(kernel, 2, "after");
    }

    @Test
    void isNamedToWhoeverMovesTheClock() {
        assertThatIllegalStateException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(5)))
                .withMessageContainingAll("failure of ink", "2026-01-01T00:00:02Z", "out of ink")
                .withCauseInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isGoneAndLeavesNoTraceButItsTime() {
        assertThatIllegalStateException().isThrownBy(() -> clock.advance(Duration.ofSeconds(5)));

        assertThat(written(kernel)).containsExactly("before@PT1S");
        assertThat(elapsed(kernel)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Notebook.pending(kernel)).containsExactly("reminder of after");
    }

    @Test
    void leavesAWorldThatGoesOn() {
        assertThatIllegalStateException().isThrownBy(clock::runUntilIdle);

        clock.runUntilIdle();

        assertThat(written(kernel)).containsExactly("before@PT1S", "after@PT2S");
        assertThat(clock.isIdle()).isTrue();
    }

    @Test
    void givesItsDrawsBack() {
        Kernel untroubled = Notebook.kernel();
        untroubled.write(tx -> write(tx, "before"));

        assertThatIllegalStateException().isThrownBy(() -> clock.advance(Duration.ofSeconds(5)));

        remind(untroubled, 0, "after");
        clock.advance(Duration.ZERO);
        assertThat(kernel.<String>write(Tx::newId)).isEqualTo(untroubled.write(Tx::newId));
    }

    @Test
    void leavesTheTransactionThatSetItOff() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    tx.schedule(Duration.ZERO, new Fail("at once"));
                    return write(tx, "cause");
                }));

        assertThat(written(kernel)).containsExactly("cause@PT0S");
    }

    @Test
    void mayHaveUsedUpTheStack() {
        clock.runUntil(view -> !written(kernel).isEmpty(), Duration.ofSeconds(1));

        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> tx.schedule(Duration.ZERO, new Sink())))
                .withMessageContainingAll("sinking", "StackOverflowError");

        assertThat(Notebook.pending(kernel)).doesNotContain("sinking");
    }

    @Test
    void mayBeOneThatNobodyHandles() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> tx.schedule(Duration.ZERO, new Orphan())))
                .withMessageContainingAll("orphan", "Orphan");

        assertThat(Notebook.pending(kernel)).doesNotContain("orphan");
    }
}
