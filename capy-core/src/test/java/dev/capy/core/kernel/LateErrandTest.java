package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Errands and the passing of time in a world whose commits are kept later than they are made. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LateErrandTest {

    private static final Table<Note> NOTES = Table.of("notes", Note.class, Note::id);

    record Note(String id) {}

    record Call(String note) implements Timer {
        @Override
        public String describe() {
            return "call about " + note;
        }
    }

    private final LateStore store = new LateStore();
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Kernel kernel = new Kernel(
            new Registry().tables(NOTES).errand(Call.class, (view, call) -> {
                heard.add(view.get(NOTES, call.note()).id());
                return (tx, what) -> tx.insert(NOTES, new Note("answer"));
            }),
            store,
            CapyClock.EPOCH,
            1);

    private List<String> notes() {
        return kernel.read(view -> view.all(NOTES).oldestFirst().map(Note::id).toList());
    }

    private CompletableFuture<Void> writing() {
        return CompletableFuture.runAsync(
                () -> kernel.write(tx -> {
                    tx.insert(NOTES, new Note("a"));
                    tx.schedule(Duration.ZERO, new Call("a"));
                    return true;
                }),
                work -> new Thread(work).start());
    }

    @Test
    void nobodyOutsideHearsOfWhatIsNotKept() throws Exception {
        CompletableFuture<Void> answer = writing();
        store.awaitTaken(1);

        assertThat(heard).isEmpty();

        store.keep();
        store.awaitTaken(1);
        store.keep();
        answer.join();
        assertThat(heard).containsExactly("a");
        assertThat(notes()).containsExactly("a", "answer");
    }

    @Test
    void timeThatPassesAfterWhatWasLostShowsNothingOfIt() throws Exception {
        CompletableFuture<Void> lost = CompletableFuture.runAsync(
                () -> kernel.write(tx -> tx.insert(NOTES, new Note("lost"))), work -> new Thread(work).start());
        store.awaitTaken(1);
        store.lose();
        assertThatThrownBy(lost::join).hasCauseInstanceOf(Unavailable.class);

        kernel.clock().drift(CapyClock.EPOCH.plusSeconds(5));

        assertThat(notes()).isEmpty();
    }
}
