package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Notebook.Remind;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryQueueTest {

    private static final Entry KEPT = entry(1);

    private final EntryQueue queue = new EntryQueue();
    private State state = State.empty(Notebook.START, 42, List.of()).with(KEPT);

    @Test
    void doesNotHoldOnToWhatIsCancelledLongBeforeItIsDue() {
        queue.add(KEPT);
        for (int i = 2; i < 10_000; i++) {
            Entry cancelled = entry(i);
            state = state.with(cancelled);
            queue.add(cancelled);
            state = state.without(cancelled);
            queue.trim(state);
            assertThat(queue.size()).isLessThan(100);
        }

        assertThat(queue.next(state)).contains(KEPT);
        assertThat(queue.nextForeground(state)).contains(KEPT);
    }

    @Test
    void isEmptyWhenTheTimelineIs() {
        queue.add(KEPT);

        assertThat(queue.next(state.without(KEPT))).isEmpty();
        assertThat(queue.size()).isZero();
    }

    private static Entry entry(int number) {
        return new Entry(number, Notebook.START.plusSeconds(100 + number), true, new Remind("n" + number));
    }
}
