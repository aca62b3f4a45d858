package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Notebook.Remind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void takesWhatIsDueFirstAndOfOneInstantWhatWasScheduledFirst() {
        for (int i = 2; i < 1000; i++) {
            Entry entry = due(i, 100 + i * 7919 % 10, i % 3 != 0);
            state = state.with(entry);
            queue.add(entry);
        }
        List<Entry> ran = new ArrayList<>();
        for (Optional<Entry> next = queue.next(state); ran.size() < 998; next = queue.next(state)) {
            ran.add(next.orElseThrow());
            state = state.without(next.orElseThrow());
        }

        assertThat(ran).isSorted().doesNotHaveDuplicates().doesNotContain(KEPT);
        assertThat(queue.next(state)).isEmpty();
    }

    private static Entry due(int number, int seconds, boolean foreground) {
        return new Entry(number, Notebook.START.plusSeconds(seconds), foreground, new Remind("n" + number));
    }

    private static Entry entry(int number) {
        return new Entry(number, Notebook.START.plusSeconds(100 + number), true, new Remind("n" + number));
    }
}
