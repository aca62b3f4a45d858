package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ErrandTest {

    private static final Table<Note> NOTES = Table.of("notes", Note.class, Note::id);

    record Note(String id) {}

    record Call(String to) implements Timer {
        @Override
        public String describe() {
            return "call to " + to;
        }
    }

    record Alarm(String id) implements Timer {
        @Override
        public String describe() {
            return "alarm " + id;
        }
    }

    private Function<Call, String> receiver = call -> "answer of " + call.to();
    private final Kernel kernel = new Kernel(
            new Registry()
                    .tables(NOTES)
                    .on(Alarm.class, (tx, alarm) -> tx.insert(NOTES, new Note(alarm.id())))
                    .errand(Call.class, (view, call) -> {
                        String answer = receiver.apply(call);
                        return (tx, what) -> tx.insert(NOTES, new Note(answer));
                    }),
            Store.inMemory(),
            CapyClock.EPOCH,
            1);

    @Test
    void itsAnswerIsATransactionOfItsOwnBeforeWhateverComesNext() {
        schedule(new Call("a"), new Alarm("after"), new Call("b"));

        kernel.clock().runUntilIdle();

        assertThat(notes()).containsExactly("answer of a", "after", "answer of b");
    }

    @Test
    void theWorldIsNotIdleAndItsTimeStandsStillMeanwhile() {
        List<Object> seen = new ArrayList<>();
        receiver = call -> {
            seen.add(kernel.clock().isIdle());
            seen.add(kernel.clock().now());
            return "answer";
        };
        schedule(new Call("a"));

        kernel.clock().advance(Duration.ofMinutes(1));

        assertThat(seen).containsExactly(false, CapyClock.EPOCH.plusSeconds(1));
        assertThat(kernel.clock().now()).isEqualTo(CapyClock.EPOCH.plusSeconds(60));
    }

    @Test
    void whoeverIsCalledMayChangeTheWorldAndPollIt() {
        receiver = call -> elsewhere(() -> {
            kernel.write(tx -> tx.insert(NOTES, new Note("called back")));
            kernel.clock().mode(ClockMode.ON_POLL);
            kernel.clock().poll();
            return "answer";
        });
        schedule(new Call("a"), new Alarm("after"));

        kernel.clock().runUntilIdle();

        assertThat(notes()).containsExactly("called back", "answer", "after");
    }

    @Test
    void whatFallsDueMeanwhileWaitsForIt() {
        receiver = call -> elsewhere(() -> {
            kernel.write(tx -> tx.schedule(Duration.ZERO, new Alarm("due at once")));
            return String.join(",", notes());
        });
        schedule(new Call("a"));

        kernel.clock().runUntilIdle();

        assertThat(notes()).containsExactly("", "due at once");
    }

    @Test
    void movesOfOthersWaitForIt() {
        List<CompletableFuture<Instant>> moves = new ArrayList<>();
        receiver = call -> {
            moves.add(CompletableFuture.supplyAsync(() -> {
                kernel.clock().advance(Duration.ofHours(1));
                return kernel.clock().now();
            }));
            kernel.write(tx -> tx.insert(NOTES, new Note("time is " + tx.now())));
            return "answer";
        };
        schedule(new Call("a"));

        kernel.clock().runUntilIdle();

        assertThat(moves.get(0).orTimeout(10, TimeUnit.SECONDS).join())
                .isEqualTo(CapyClock.EPOCH.plusSeconds(1).plus(Duration.ofHours(1)));
        assertThat(notes()).containsExactly("time is 2026-01-01T00:00:01Z", "answer");
    }

    @Test
    void theOneWhoRunsItCannotMoveTime() {
        receiver = call -> {
            kernel.clock().advance(Duration.ofHours(1));
            return "never";
        };
        schedule(new Call("a"));

        assertThatThrownBy(() -> kernel.clock().runUntilIdle()).hasMessageContaining("time stands still");
        assertThat(kernel.clock().isIdle()).isTrue();
    }

    @Test
    void nothingFollowsWhenItsEntryIsTakenAwayMeanwhile() {
        long entry = kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Call("a")));
        receiver = call -> {
            kernel.write(tx -> {
                tx.cancel(entry);
                return true;
            });
            return "answer";
        };

        kernel.clock().runUntilIdle();

        assertThat(notes()).isEmpty();
        assertThat(kernel.clock().pending()).isEmpty();
    }

    @Test
    void oneThatThrowsEndsAndTellsWhoeverMovedTheClock() {
        receiver = call -> {
            throw new IllegalArgumentException("no line");
        };
        schedule(new Call("a"));

        assertThatThrownBy(() -> kernel.clock().runUntilIdle())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call to a")
                .hasMessageContaining("no line");
        assertThat(kernel.clock().pending()).isEmpty();
    }

    private static String elsewhere(Supplier<String> work) {
        return CompletableFuture.supplyAsync(work)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    /** One second from now, in this order. */
    private void schedule(Timer... timers) {
        kernel.write(tx -> {
            for (Timer timer : timers) {
                tx.schedule(Duration.ofSeconds(1), timer);
            }
            return true;
        });
    }

    private List<String> notes() {
        return kernel.read(view -> view.all(NOTES).oldestFirst().map(Note::id).toList());
    }
}
