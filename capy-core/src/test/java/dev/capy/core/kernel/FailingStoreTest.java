package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.write;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.kernel.Notebook.Said;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FailingStoreTest {

    private final RecordingStore store = new RecordingStore();
    private final Kernel kernel = Notebook.kernel(store);
    private final CapyClock clock = kernel.clock();

    @Test
    void makesATransactionNotHappen() {
        kernel.write(tx -> write(tx, "kept"));
        String before = kernel.digest();
        store.breakAfter(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    tx.emit(new Said("event"));
                    return write(tx, "lost");
                }))
                .withMessage("the disk is full");

        assertThat(kernel.digest()).isEqualTo(before);
        store.repair();
        kernel.write(tx -> write(tx, "next"));
        assertThat(written(kernel)).containsExactly("kept@PT0S", "next@PT0S");
    }

    @Test
    void makesTimeStandStill() {
        store.breakAfter(0);

        assertThatIllegalStateException().isThrownBy(() -> clock.advance(Duration.ofSeconds(1)));

        assertThat(Notebook.elapsed(kernel)).isZero();
    }

    @Test
    void leavesTheEntryThatItDidNotKeepOnTheTimeline() {
        Notebook.remind(kernel, 1, "work");
        String before = kernel.digest();
        store.breakAfter(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
                .withMessage("the disk is full");

        assertThat(kernel.digest()).isEqualTo(before);
        store.repair();
        clock.advance(Duration.ofSeconds(1));
        assertThat(written(kernel)).containsExactly("work@PT1S");
    }

    @Test
    void losesNoEntryWhenItFailsOnce() {
        Store hiccup = new Hiccup();
        Kernel world = Notebook.kernel(hiccup);
        Notebook.remind(world, 1, "work");

        assertThatIllegalStateException().isThrownBy(() -> world.clock().advance(Duration.ofSeconds(1)));
        world.clock().advance(Duration.ofSeconds(1));

        assertThat(written(world)).containsExactly("work@PT1S");
    }

    /** Refuses its second commit and no other. */
    private static final class Hiccup implements Store {

        private final Store memory = Store.inMemory();
        private int commits;

        @Override
        public Optional<Image> load() {
            return memory.load();
        }

        @Override
        public CompletableFuture<Void> commit(Commit commit) {
            if (++commits == 2) {
                throw new IllegalStateException("hiccup");
            }
            memory.commit(commit);
            return KEPT;
        }
    }

    @Test
    void leavesEventsToBeDeliveredAfterARestart() {
        store.breakAfter(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    tx.emit(new Said("event"));
                    return write(tx, "cause");
                }));
        assertThat(written(kernel)).containsExactly("cause@PT0S");

        Kernel again = Notebook.kernel(store.copy());
        assertThat(Notebook.pending(again)).containsExactly("delivery of Said[text=event]");
        again.clock().runUntilIdle();

        assertThat(written(again)).containsExactly("cause@PT0S", "event@PT0S");
    }
}
