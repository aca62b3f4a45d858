package dev.capy.core.kernel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A little world to test kernels with: a notebook, and entries on the timeline that write into it. */
final class Notebook {

    static final Instant START = CapyClock.EPOCH;

    record Note(String id, @Nullable String topic, String text, Instant at) {}

    static final Table<Note> NOTES = Table.of("note", Note.class, Note::id);
    static final Index<Note, String> BY_TOPIC = NOTES.index(Note::topic);

    /** Writes {@code text} down when it falls due. */
    record Remind(String text) implements Timer {
        @Override
        public String describe() {
            return "reminder of " + text;
        }
    }

    /** Writes {@code text} down, and again {@code times} more, each {@code pause} after the other. */
    record Repeat(String text, Duration pause, int times) implements Timer {
        @Override
        public String describe() {
            return "repetition of " + text;
        }
    }

    /** Writes {@code text} down and then throws. */
    record Fail(String text) implements Timer {
        @Override
        public String describe() {
            return "failure of " + text;
        }
    }

    /** Somebody said {@code text}; the notebook's own subscriber writes it down. */
    record Said(String text) implements Event {}

    private Notebook() {}

    static Kernel kernel() {
        return kernel(registry -> registry);
    }

    static Kernel kernel(UnaryOperator<Registry> more) {
        return new Kernel(more.apply(registry()), Store.inMemory(), START, 42);
    }

    static Kernel kernel(Store store) {
        return new Kernel(registry(), store, START, 42);
    }

    static Registry registry() {
        return new Registry()
                .tables(NOTES)
                .on(Remind.class, (tx, remind) -> write(tx, remind.text()))
                .on(Repeat.class, Notebook::repeat)
                .on(Fail.class, (tx, fail) -> {
                    write(tx, fail.text());
                    throw new UnsupportedOperationException("out of ink");
                })
                .subscribe(Said.class, (tx, said) -> write(tx, said.text()));
    }

    private static void repeat(Tx tx, Repeat repeat) {
        write(tx, repeat.text());
        if (repeat.times() > 0) {
            tx.schedule(repeat.pause(), new Repeat(repeat.text(), repeat.pause(), repeat.times() - 1));
        }
    }

    static Note write(Tx tx, String text) {
        return write(tx, null, text);
    }

    static Note write(Tx tx, @Nullable String topic, String text) {
        return tx.insert(NOTES, new Note(tx.newId(), topic, text, tx.now()));
    }

    /** All that is written, oldest first, each with the time since the start: {@code text@PT5S}. */
    static List<String> written(Kernel kernel) {
        return kernel.view()
                .all(NOTES)
                .oldestFirst()
                .map(note -> note.text() + "@" + Duration.between(START, note.at()))
                .toList();
    }

    static long remind(Kernel kernel, int seconds, String text) {
        return kernel.write(tx -> tx.schedule(Duration.ofSeconds(seconds), new Remind(text)));
    }

    static long remindInBackground(Kernel kernel, int seconds, String text) {
        return kernel.write(tx -> tx.scheduleInBackground(Duration.ofSeconds(seconds), new Remind(text)));
    }

    static List<String> pending(Kernel kernel) {
        return kernel.clock().pending().stream().map(Entry::name).toList();
    }

    /** How much time has passed since the start. */
    static Duration elapsed(Kernel kernel) {
        return Duration.between(START, kernel.clock().now());
    }
}
