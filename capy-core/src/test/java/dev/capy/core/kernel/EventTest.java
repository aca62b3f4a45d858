package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.write;
import static dev.capy.core.kernel.Notebook.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.kernel.Notebook.Said;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventTest {

    private record Speak(String text) implements Timer {
        @Override
        public String describe() {
            return "speaking of " + text;
        }
    }

    private record Heard(String text) implements Event {}

    private record Ignored() implements Event {}

    @Test
    void reachesItsSubscriberAtTheSameInstantInATransactionOfItsOwn() {
        RecordingStore store = new RecordingStore();
        Kernel kernel = Notebook.kernel(store);
        kernel.clock().advance(Duration.ofSeconds(1));

        kernel.write(tx -> {
            tx.emit(new Said("hello"));
            return write(tx, "cause");
        });

        assertThat(written(kernel)).containsExactly("cause@PT1S", "hello@PT1S");
        assertThat(store.commits())
                .extracting(commit -> commit.changes().size())
                .as("the move, the cause, the delivery")
                .containsExactly(0, 1, 1);
    }

    @Test
    void isDeliveredInTheOrderOfEmission() {
        Kernel kernel = Notebook.kernel();

        kernel.write(tx -> {
            tx.emit(new Said("a"));
            tx.emit(new Said("b"));
            return write(tx, "cause");
        });

        assertThat(written(kernel)).containsExactly("cause@PT0S", "a@PT0S", "b@PT0S");
    }

    @Test
    void comesToItsSubscribersInTheOrderOfSubscription() {
        Kernel kernel = Notebook.kernel(registry -> registry.subscribe(
                        Said.class, (tx, said) -> write(tx, said.text() + " second"))
                .subscribe(Said.class, (tx, said) -> write(tx, said.text() + " third")));

        emit(kernel, new Said("a"));

        assertThat(written(kernel)).containsExactly("a@PT0S", "a second@PT0S", "a third@PT0S");
    }

    @Test
    void isDeliveredInsideTheMoveThatCausedIt() {
        Kernel kernel =
                Notebook.kernel(registry -> registry.on(Speak.class, (tx, speak) -> tx.emit(new Said(speak.text()))));
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Speak("a")));
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Speak("b")));

        kernel.clock().advance(Duration.ofSeconds(1));

        assertThat(written(kernel)).containsExactly("a@PT1S", "b@PT1S");
        assertThat(kernel.clock().isIdle()).isTrue();
    }

    @Test
    void waitsBehindWhatWasScheduledBeforeItAtThatInstant() {
        Kernel kernel =
                Notebook.kernel(registry -> registry.on(Speak.class, (tx, speak) -> tx.emit(new Said(speak.text()))));
        kernel.write(tx -> tx.schedule(Duration.ofSeconds(1), new Speak("event")));
        Notebook.remind(kernel, 1, "entry");

        kernel.clock().advance(Duration.ofSeconds(1));

        assertThat(written(kernel)).containsExactly("entry@PT1S", "event@PT1S");
    }

    @Test
    void maySetOffAnother() {
        Kernel kernel = Notebook.kernel(registry ->
                registry.subscribe(Heard.class, (tx, heard) -> tx.emit(new Said("re: " + heard.text()))));

        emit(kernel, new Heard("a"));

        assertThat(written(kernel)).containsExactly("re: a@PT0S");
    }

    @Test
    void leavesItsCauseAloneWhenASubscriberFails() {
        Kernel kernel = Notebook.kernel(registry -> registry.subscribe(Heard.class, (tx, heard) -> {
            write(tx, "undone");
            throw new UnsupportedOperationException("deaf");
        }));

        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    tx.emit(new Heard("a"));
                    tx.emit(new Said("b"));
                    return write(tx, "cause");
                }))
                .withMessageContainingAll("delivery of Heard[text=a]", "deaf");
        kernel.clock().advance(Duration.ZERO);

        assertThat(written(kernel)).containsExactly("cause@PT0S", "b@PT0S");
        assertThat(kernel.clock().pending()).isEmpty();
    }

    @Test
    void leavesNoEntryWhenNobodyListens() {
        Kernel kernel = Notebook.kernel();

        emit(kernel, new Ignored());

        assertThat(Notebook.remind(kernel, 1, "first")).isEqualTo(1);
    }

    @Test
    void isKeptInItsCommitWhetherOrNotAnybodyListens() {
        RecordingStore store = new RecordingStore();
        Kernel kernel = Notebook.kernel(store);

        kernel.write(tx -> {
            tx.emit(new Ignored());
            tx.emit(new Said("a"));
            return true;
        });

        assertThat(store.commits().get(0).events()).containsExactly(new Ignored(), new Said("a"));
    }

    private static void emit(Kernel kernel, Event event) {
        kernel.write(tx -> {
            tx.emit(event);
            return true;
        });
    }
}
