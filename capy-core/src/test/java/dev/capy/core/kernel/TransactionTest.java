package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.BY_TOPIC;
import static dev.capy.core.kernel.Notebook.NOTES;
import static dev.capy.core.kernel.Notebook.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Note;
import dev.capy.core.kernel.Notebook.Remind;
import dev.capy.core.kernel.Notebook.Said;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private final Kernel kernel = Notebook.kernel();
    private final Note first = kernel.write(tx -> write(tx, "first"));

    @Test
    void leavesNoTraceWhenItThrows() {
        String before = kernel.digest();

        assertThatThrownBy(() -> kernel.write(tx -> {
                    write(tx, "second");
                    tx.update(NOTES, first.id(), note -> changed(note, "changed"));
                    tx.delete(NOTES, first.id());
                    tx.schedule(Duration.ofSeconds(1), new Remind("later"));
                    tx.emit(new Said("hello"));
                    tx.random();
                    throw new Conflict("no");
                }))
                .isInstanceOf(Conflict.class);

        assertThat(kernel.digest()).isEqualTo(before);
        assertThat(kernel.view().all(NOTES)).containsExactly(first);
        assertThat(kernel.clock().pending()).isEmpty();
    }

    @Test
    void findsARecordThatItTookOutAndPutInAgainWhereItIsNow() {
        Note again = changed(first, "again");

        kernel.write(tx -> {
            assertThat(tx.get(NOTES, first.id())).isEqualTo(first);
            tx.delete(NOTES, first.id());
            assertThat(tx.find(NOTES, first.id())).isEmpty();
            tx.insert(NOTES, again);
            assertThat(tx.get(NOTES, first.id())).isEqualTo(again);
            assertThat(tx.sequence(NOTES, first.id())).isEqualTo(2);
            return tx.update(NOTES, first.id(), note -> changed(note, "and again"));
        });

        assertThat(kernel.view().all(NOTES)).containsExactly(changed(first, "and again"));
    }

    @Test
    void givesIdsDrawsAndEntryNumbersBackWhenItThrows() {
        Kernel untroubled = Notebook.kernel();
        untroubled.write(tx -> write(tx, "first"));

        assertThatThrownBy(() -> kernel.write(tx -> refuse(drawn(tx)))).isInstanceOf(Conflict.class);

        assertThat(kernel.<List<Object>>write(TransactionTest::drawn))
                .isEqualTo(untroubled.write(TransactionTest::drawn));
    }

    private static List<Object> drawn(Tx tx) {
        return List.of(
                tx.newId(),
                tx.random(),
                tx.jitter(Duration.ofHours(1)),
                tx.schedule(Duration.ofSeconds(1), new Remind("later")));
    }

    private static Object refuse(Object drawn) {
        throw new Conflict("drew " + drawn + " in vain");
    }

    @Test
    void seesItsOwnWrites() {
        kernel.write(tx -> {
            Note second = write(tx, "topic", "second");
            tx.update(NOTES, first.id(), note -> changed(note, "changed"));
            assertThat(tx.all(NOTES)).extracting(Note::text).containsExactly("changed", "second");
            assertThat(tx.where(BY_TOPIC, "topic")).containsExactly(second);
            tx.delete(NOTES, second.id());
            assertThat(tx.find(NOTES, second.id())).isEmpty();
            assertThat(tx.has(NOTES, first.id())).isTrue();
            return tx.where(BY_TOPIC, "topic").isEmpty();
        });
    }

    @Test
    void hidesItsWritesUntilItIsDone() {
        View before = kernel.view();

        kernel.write(tx -> {
            write(tx, "second");
            assertThat(kernel.view().all(NOTES)).containsExactly(first);
            return true;
        });

        assertThat(before.all(NOTES)).containsExactly(first);
        assertThat(kernel.view().all(NOTES).count()).isEqualTo(2);
    }

    @Test
    void refusesATransactionInsideItselfAndIsUndone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    write(tx, "outer");
                    return kernel.write(inner -> write(inner, "inner"));
                }))
                .withMessageContaining("transaction");

        assertThat(kernel.view().all(NOTES)).containsExactly(first);
    }

    @Test
    void refusesToMoveTimeInsideItself() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> {
                    kernel.clock().advance(Duration.ofSeconds(1));
                    return true;
                }));

        assertThat(Notebook.elapsed(kernel)).isZero();
    }

    @Test
    void refusesToInsertARecordTwice() {
        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.write(tx -> tx.insert(NOTES, first)))
                .withMessageContaining("note")
                .withMessageContaining(first.id());
    }

    @Test
    void refusesToUpdateWhatIsNotThere() {
        Note unknown = new Note("unknown", null, "text", Notebook.START);

        assertThatThrownBy(() -> kernel.write(tx -> tx.update(NOTES, unknown))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> kernel.write(tx -> tx.update(NOTES, "unknown", note -> note)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesAnUpdateThatTurnsOneRecordIntoAnother() {
        Note second = kernel.write(tx -> write(tx, "second"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernel.write(tx -> tx.update(NOTES, first.id(), note -> changed(second, "taken"))));

        assertThat(kernel.view().all(NOTES)).containsExactly(first, second);
    }

    @Test
    void doesNothingWhenItDeletesWhatIsNotThere() {
        String before = kernel.digest();

        kernel.write(tx -> {
            tx.delete(NOTES, "unknown");
            tx.cancel(99);
            tx.cancel(0);
            tx.cancel(-1);
            return true;
        });

        assertThat(kernel.digest()).isEqualTo(before);
    }

    @Test
    void isOverWhenItsCodeReturns() {
        Tx kept = kernel.write(tx -> tx);

        assertThatIllegalStateException().isThrownBy(() -> write(kept, "too late"));
        assertThatIllegalStateException().isThrownBy(() -> kept.delete(NOTES, first.id()));
        assertThatIllegalStateException().isThrownBy(() -> kept.emit(new Said("too late")));
        assertThatIllegalStateException()
                .isThrownBy(() -> kept.schedule(Duration.ofSeconds(1), new Remind("too late")));

        assertThat(kernel.view().all(NOTES)).containsExactly(first);
    }

    @Test
    void refusesATableTheWorldDoesNotKeep() {
        Table<Note> other = Table.of("other", Note.class, Note::id);

        assertThatIllegalStateException()
                .isThrownBy(() -> kernel.view().all(other))
                .withMessageContaining("other");
    }

    private static Note changed(Note note, String text) {
        return new Note(note.id(), note.topic(), text, note.at());
    }
}
