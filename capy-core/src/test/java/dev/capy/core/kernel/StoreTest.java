package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.NOTES;
import static dev.capy.core.kernel.Notebook.write;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Notebook.Note;
import dev.capy.core.kernel.Notebook.Remind;
import dev.capy.core.kernel.Notebook.Repeat;
import dev.capy.core.kernel.Notebook.Said;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoreTest {

    private final RecordingStore store = new RecordingStore();
    private final Kernel kernel = Notebook.kernel(store);

    @Test
    void getsNothingFromAWorldNobodyUsed() {
        kernel.clock().advance(Duration.ZERO);
        kernel.clock().runUntilIdle();
        kernel.clock().poll();

        assertThat(store.commits()).isEmpty();
    }

    @Test
    void getsAllThatATransactionDid() {
        Note a = kernel.write(tx -> write(tx, "a"));
        Note changed = new Note(a.id(), "topic", "a", a.at());
        kernel.write(tx -> {
            tx.update(NOTES, changed);
            tx.delete(NOTES, a.id());
            tx.random();
            tx.cancel(tx.schedule(Duration.ofSeconds(1), new Remind("never")));
            return tx.scheduleInBackground(Duration.ofSeconds(2), new Remind("later"));
        });

        Entry never = new Entry(1, Notebook.START.plusSeconds(1), true, new Remind("never"));
        Entry later = new Entry(2, Notebook.START.plusSeconds(2), false, new Remind("later"));
        assertThat(store.commits())
                .containsExactly(
                        new Commit(
                                Notebook.START,
                                1,
                                0,
                                List.of(new Change("note", 1, null, a)),
                                List.of(),
                                List.of(),
                                0,
                                List.of()),
                        new Commit(
                                Notebook.START,
                                1,
                                1,
                                List.of(new Change("note", 1, a, changed), new Change("note", 1, changed, null)),
                                List.of(never, later),
                                List.of(1L),
                                2,
                                List.of()));
    }

    @Test
    void getsACommitForEachEntryThatRuns() {
        Notebook.remind(kernel, 1, "a");
        Notebook.remind(kernel, 2, "b");

        kernel.clock().advance(Duration.ofSeconds(5));

        assertThat(store.commits())
                .extracting(
                        commit -> Duration.between(Notebook.START, commit.now()).toSeconds())
                .containsExactly(0L, 0L, 1L, 2L, 5L);
        assertThat(store.commits()).extracting(Commit::ended).contains(List.of(1L), List.of(2L));
    }

    @Test
    void givesTheWorldBackWithWhatIsPending() {
        kernel.write(tx -> {
            tx.emit(new Said("hello"));
            tx.schedule(Duration.ofSeconds(1), new Repeat("tick", Duration.ofSeconds(1), 5));
            return tx.scheduleInBackground(Duration.ofSeconds(3), new Remind("background"));
        });
        kernel.clock().advance(Duration.ofSeconds(2));

        Kernel again = Notebook.kernel(store.copy());

        assertThat(again.digest()).isEqualTo(kernel.digest());
        assertThat(again.clock().pending()).isEqualTo(kernel.clock().pending());
        assertThat(again.clock().isIdle()).isFalse();
        again.clock().runUntilIdle();
        kernel.clock().runUntilIdle();
        assertThat(written(again)).isEqualTo(written(kernel)).hasSize(8);
        assertThat(again.digest()).isEqualTo(kernel.digest());
    }

    @Test
    void givesBackAWorldThatGoesOnAsItWouldHave() {
        for (int seed = 0; seed < 10; seed++) {
            RecordingStore kept = new RecordingStore();
            Kernel original = Notebook.kernel(kept);
            Random random = new Random(seed);
            for (int i = 0; i < 100; i++) {
                long step = random.nextLong();
                Kernel again = Notebook.kernel(kept.copy());
                assertThat(again.digest()).as("seed %s, step %s", seed, i).isEqualTo(original.digest());
                step(again, new Random(step));
                step(original, new Random(step));
                assertThat(again.digest()).as("seed %s, step %s", seed, i).isEqualTo(original.digest());
            }
        }
    }

    private static void step(Kernel world, Random random) {
        int seconds = random.nextInt(20);
        switch (random.nextInt(6)) {
            case 0 -> Notebook.remind(world, seconds, "foreground");
            case 1 -> Notebook.remindInBackground(world, seconds, "background");
            case 2 -> world.clock().advance(Duration.ofSeconds(seconds));
            case 3 ->
                world.write(tx -> {
                    tx.all(NOTES).newest().ifPresent(note -> tx.delete(NOTES, note.id()));
                    tx.cancel(random.nextInt(50));
                    return true;
                });
            case 4 ->
                world.write(tx -> {
                    tx.emit(new Said("event"));
                    return write(tx, "topic", "note " + tx.random());
                });
            default -> world.clock().runUntilIdle();
        }
    }

    @Test
    void keepsAWorldOfItsOwnTime() {
        kernel.clock().advance(Duration.ofDays(3));

        assertThat(Notebook.kernel(store.copy()).clock().now()).isEqualTo("2026-01-04T00:00:00Z");
    }
}
