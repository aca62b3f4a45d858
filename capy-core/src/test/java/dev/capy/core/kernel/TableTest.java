package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.NOTES;
import static dev.capy.core.kernel.Notebook.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Note;
import dev.capy.core.kernel.error.NotFound;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableTest {

    private final Kernel kernel = Notebook.kernel();
    private final List<Note> notes = kernel.write(
            tx -> Stream.of("a", "b", "c", "d").map(text -> write(tx, text)).toList());

    @Test
    void keepsTheOrderOfInsertionWhateverChanges() {
        kernel.write(tx -> tx.update(NOTES, new Note(id(1), "topic", "B", Notebook.START)));
        kernel.write(tx -> tx.update(NOTES, new Note(id(0), "topic", "A", Notebook.START)));

        assertThat(texts(kernel.view().all(NOTES).oldestFirst())).containsExactly("A", "B", "c", "d");
        assertThat(texts(kernel.view().all(NOTES).newestFirst())).containsExactly("d", "c", "B", "A");
    }

    @Test
    void putsARecordThatComesBackAtTheEnd() {
        kernel.write(tx -> {
            tx.delete(NOTES, id(1));
            return tx.insert(NOTES, notes.get(1));
        });

        assertThat(texts(kernel.view().all(NOTES).oldestFirst())).containsExactly("a", "c", "d", "b");
        assertThat(kernel.view().sequence(NOTES, id(1))).isEqualTo(5);
    }

    @Test
    void neverGivesASequenceNumberTwice() {
        kernel.write(tx -> {
            tx.delete(NOTES, id(3));
            return true;
        });

        Note next = kernel.write(tx -> write(tx, "e"));

        assertThat(kernel.view().sequence(NOTES, next.id())).isEqualTo(5);
    }

    @Test
    void pagesFromASequenceNumberDown() {
        Rows<Note> rows = kernel.view().all(NOTES);

        assertThat(texts(rows.newestFirst(3))).containsExactly("c", "b", "a");
        assertThat(texts(rows.newestFirst(1))).containsExactly("a");
        assertThat(texts(rows.newestFirst(0))).isEmpty();
        assertThat(texts(rows.newestFirst(99)).limit(1)).containsExactly("d");
    }

    @Test
    void knowsItsOldestAndItsNewest() {
        Rows<Note> rows = kernel.view().all(NOTES);

        assertThat(rows.oldest()).contains(notes.get(0));
        assertThat(rows.newest()).contains(notes.get(3));
        assertThat(rows.count()).isEqualTo(4);
        assertThat(Notebook.kernel().view().all(NOTES).oldest()).isEmpty();
        assertThat(Notebook.kernel().view().all(NOTES).newest()).isEmpty();
    }

    @Test
    void mayChangeWhileItsRowsAreRead() {
        kernel.write(tx -> {
            for (Note note : tx.all(NOTES)) {
                tx.delete(NOTES, note.id());
                write(tx, note.text() + note.text());
            }
            return true;
        });

        assertThat(texts(kernel.view().all(NOTES).oldestFirst())).containsExactly("aa", "bb", "cc", "dd");
    }

    @Test
    void namesWhatItDoesNotHave() {
        assertThatThrownBy(() -> kernel.view().get(NOTES, "nothing"))
                .isInstanceOf(NotFound.class)
                .hasMessageContainingAll("note", "nothing");
        assertThatThrownBy(() -> kernel.view().sequence(NOTES, "nothing")).isInstanceOf(NotFound.class);
        assertThat(kernel.view().find(NOTES, "nothing")).isEmpty();
        assertThat(kernel.view().has(NOTES, "nothing")).isFalse();
    }

    @Test
    void isNotKeptTwiceUnderOneName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Notebook.registry().tables(Table.of("note", Note.class, Note::text)))
                .withMessageContaining("note");
    }

    private String id(int index) {
        return notes.get(index).id();
    }

    private static Stream<String> texts(Stream<Note> found) {
        return found.map(Note::text);
    }
}
