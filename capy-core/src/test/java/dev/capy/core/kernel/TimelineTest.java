package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.elapsed;
import static dev.capy.core.kernel.Notebook.pending;
import static dev.capy.core.kernel.Notebook.remind;
import static dev.capy.core.kernel.Notebook.remindInBackground;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.kernel.Notebook.Remind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Kernel kernel = Notebook.kernel();
    private final CapyClock clock = kernel.clock();

    @Test
    void runsByDueTimeAndThenByOrderOfScheduling() {
        remind(kernel, 2, "b");
        remindInBackground(kernel, 1, "a1");
        remind(kernel, 1, "a2");
        remindInBackground(kernel, 2, "b2");
        remind(kernel, 1, "a3");

        clock.advance(Duration.ofSeconds(2));

        assertThat(written(kernel)).containsExactly("a1@PT1S", "a2@PT1S", "a3@PT1S", "b@PT2S", "b2@PT2S");
    }

    @Test
    void runsManyEntriesInOrderWhateverIsCancelled() {
        Random random = new Random(7);
        List<Entry> expected = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            long sequence = random.nextBoolean()
                    ? remind(kernel, 1 + random.nextInt(100), "n" + i)
                    : remindInBackground(kernel, 1 + random.nextInt(100), "n" + i);
            expected.add(clock.pending().stream()
                    .filter(entry -> entry.sequence() == sequence)
                    .findFirst()
                    .orElseThrow());
            if (random.nextInt(3) == 0) {
                cancel(expected.remove(random.nextInt(expected.size())).sequence());
            }
        }
        expected.sort(Comparator.comparing(Entry::due).thenComparing(Entry::sequence));
        assertThat(clock.pending()).isEqualTo(expected);

        clock.advance(Duration.ofSeconds(100));

        assertThat(written(kernel))
                .isEqualTo(expected.stream()
                        .map(entry ->
                                ((Remind) entry.timer()).text() + "@" + Duration.between(Notebook.START, entry.due()))
                        .toList());
    }

    @Test
    void runsAtOnceWhatIsScheduledForNow() {
        remind(kernel, 0, "now");

        assertThat(written(kernel)).containsExactly("now@PT0S");
        assertThat(clock.pending()).isEmpty();
    }

    @Test
    void showsWhatIsToComeByNameInTheOrderInWhichItWillRun() {
        remind(kernel, 3, "dinner");
        remindInBackground(kernel, 1, "breakfast");

        assertThat(pending(kernel)).containsExactly("reminder of breakfast", "reminder of dinner");
        assertThat(clock.next()).contains(Notebook.START.plusSeconds(1));
        assertThat(clock.pending()).extracting(Entry::foreground).containsExactly(false, true);
    }

    @Test
    void isIdleWhenNothingInTheForegroundIsPending() {
        assertThat(clock.isIdle()).isTrue();
        assertThat(clock.next()).isEmpty();

        remindInBackground(kernel, 1, "background");
        assertThat(clock.isIdle()).isTrue();

        long sequence = remind(kernel, 1, "foreground");
        assertThat(clock.isIdle()).isFalse();

        cancel(sequence);
        assertThat(clock.isIdle()).isTrue();
    }

    @Test
    void forgetsWhatIsCancelled() {
        remind(kernel, 1, "kept");
        long sequence = remind(kernel, 1, "cancelled");
        cancel(sequence);
        cancel(sequence);

        clock.advance(Duration.ofSeconds(1));

        assertThat(written(kernel)).containsExactly("kept@PT1S");
    }

    @Test
    void forgetsWhatIsCancelledInTheTransactionThatScheduledIt() {
        kernel.write(tx -> {
            tx.cancel(tx.schedule(Duration.ZERO, new Remind("never")));
            return true;
        });

        assertThat(written(kernel)).isEmpty();
        assertThat(clock.isIdle()).isTrue();
    }

    @Test
    void ignoresTheCancellingOfWhatHasRun() {
        long sequence = remind(kernel, 1, "done");
        clock.advance(Duration.ofSeconds(1));
        remind(kernel, 1, "next");

        cancel(sequence);

        assertThat(pending(kernel)).containsExactly("reminder of next");
    }

    @Test
    void numbersEntriesInTheOrderOfScheduling() {
        assertThat(remind(kernel, 9, "a")).isEqualTo(1);
        assertThat(remindInBackground(kernel, 3, "b")).isEqualTo(2);
        cancel(2);
        assertThat(remind(kernel, 1, "c")).isEqualTo(3);
    }

    @Test
    void refusesWhatLiesInThePast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> remind(kernel, -1, "yesterday"))
                .withMessageContaining("reminder of yesterday");
    }

    @Test
    void knowsOneHandlerForAKindOfTimer() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Notebook.registry().on(Remind.class, (tx, remind) -> {}))
                .withMessageContaining("Remind");
    }

    @Test
    void standsStillUnlessItIsMoved() {
        remind(kernel, 1, "later");
        clock.poll();

        assertThat(elapsed(kernel)).isZero();
        assertThat(clock.now()).isEqualTo(CapyClock.EPOCH);
    }

    private void cancel(long sequence) {
        kernel.write(tx -> {
            tx.cancel(sequence);
            return true;
        });
    }
}
