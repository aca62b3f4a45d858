package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.remind;
import static dev.capy.core.kernel.Notebook.write;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Said;
import dev.capy.core.kernel.error.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A world whose commits are kept later than they are made. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LateStoreTest {

    private final LateStore store = new LateStore();
    private final Kernel kernel = Notebook.kernel(store);

    private CompletableFuture<?> writing(String text) {
        return started(() -> kernel.write(tx -> write(tx, text)));
    }

    @Test
    void answersWhenACommitIsKeptAndShowsItThen() throws Exception {
        CompletableFuture<?> answer = writing("a");
        store.awaitTaken(1);

        assertThat(answer).isNotDone();
        assertThat(written(kernel)).isEmpty();

        store.keep();
        answer.join();

        assertThat(written(kernel)).containsExactly("a@PT0S");
    }

    @Test
    void showsWhatItKeepsToWhoWaitedForItEvenBeforeOthersAreTold() {
        Kernel told = Notebook.kernel(new Store() {
            @Override
            public Optional<Image> load() {
                return Optional.empty();
            }

            @Override
            public CompletableFuture<Void> commit(Commit commit) {
                return new SlowToTell();
            }
        });

        told.write(tx -> write(tx, "a"));

        assertThat(written(told)).containsExactly("a@PT0S");
    }

    /** Is done, and has yet to tell whoever wants to be told. */
    private static final class SlowToTell extends CompletableFuture<Void> {

        private SlowToTell() {
            complete(null);
        }

        @Override
        public CompletableFuture<Void> whenComplete(BiConsumer<? super Void, ? super Throwable> action) {
            return this;
        }
    }

    @Test
    void keepsTheCommitsOfManyWritersTogether() throws Exception {
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            answers.add(writing("same"));
            store.awaitTaken(i);
        }

        assertThat(answers).noneMatch(CompletableFuture::isDone);
        store.keep();
        answers.forEach(CompletableFuture::join);

        assertThat(written(kernel)).hasSize(20);
    }

    @Test
    void keepsAllThatFallsDueWhileTimePassesTogether() throws Exception {
        CompletableFuture<?> reminders = started(() -> remind(kernel, 1, "one"));
        store.awaitTaken(1);
        store.keep();
        reminders.join();

        CompletableFuture<?> advance = started(() -> kernel.clock().advance(Duration.ofSeconds(3)));
        store.awaitTaken(2); // the entry, and the time after it

        assertThat(Notebook.elapsed(kernel)).isZero();
        store.keep();
        advance.join();

        assertThat(written(kernel)).containsExactly("one@PT1S");
        assertThat(Notebook.elapsed(kernel)).hasSeconds(3);
    }

    @Test
    void goesBackToWhatIsKeptWhenCommitsAreLost() throws Exception {
        CompletableFuture<?> kept = writing("kept");
        store.awaitTaken(1);
        store.keep();
        kept.join();
        String before = kernel.digest();
        CompletableFuture<?> lost = writing("lost");
        store.awaitTaken(1);
        CompletableFuture<?> builtOnIt = writing("built on it");
        store.awaitTaken(2);

        store.lose();

        assertThatThrownBy(lost::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Unavailable.class, away -> assertThat(away.retryAfter()).hasSeconds(2))
                .hasMessage("the disk is full");
        assertThatThrownBy(builtOnIt::join).hasCauseInstanceOf(Unavailable.class);
        assertThat(kernel.digest()).isEqualTo(before);

        CompletableFuture<?> next = writing("next");
        store.awaitTaken(1);
        store.keep();
        next.join();
        assertThat(written(kernel)).containsExactly("kept@PT0S", "next@PT0S");
    }

    @Test
    void tellsWitnessesWhatIsKeptAndNothingElse() throws Exception {
        List<Event> seen = Collections.synchronizedList(new ArrayList<>());
        kernel.watch((at, event) -> seen.add(event));
        CompletableFuture<?> lost = saying("lost");
        store.awaitTaken(2); // and the delivery
        store.lose();
        assertThatThrownBy(lost::join).hasCauseInstanceOf(Unavailable.class);

        CompletableFuture<?> kept = saying("kept");
        store.awaitTaken(2); // and the delivery
        assertThat(seen).isEmpty();
        store.keep();
        kept.join();

        assertThat(seen).containsExactly(new Said("kept"));
    }

    private CompletableFuture<?> saying(String text) {
        return started(() -> kernel.write(tx -> {
            tx.emit(new Said(text));
            return true;
        }));
    }

    /** Fails where nobody keeps what it did. */
    private static CompletableFuture<?> started(Runnable work) {
        return CompletableFuture.runAsync(work, task -> new Thread(task).start())
                .orTimeout(1, TimeUnit.MINUTES);
    }
}
