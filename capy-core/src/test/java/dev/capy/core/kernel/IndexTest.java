package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.BY_TOPIC;
import static dev.capy.core.kernel.Notebook.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Notebook.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IndexTest {

    /** Two pairs and a triple of keys with one hash code each. */
    private static final List<String> COLLIDING = List.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "C", "D");

    private final Kernel kernel = Notebook.kernel();

    @Test
    void findsTheRecordsOfAKeyInTheOrderOfInsertion() {
        put("1", "x");
        put("2", "y");
        put("3", "x");

        assertThat(found("x")).containsExactly("1", "3");
        assertThat(found("y")).containsExactly("2");
        assertThat(found("z")).isEmpty();
    }

    @Test
    void tellsKeysWithTheSameHashApart() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        put("1", "Aa");
        put("2", "BB");
        put("3", "Aa");

        assertThat(found("Aa")).containsExactly("1", "3");
        assertThat(found("BB")).containsExactly("2");
        assertThat(kernel.view().where(BY_TOPIC, "Aa").count()).isEqualTo(2);

        delete("1");
        delete("3");

        assertThat(found("Aa")).isEmpty();
        assertThat(found("BB")).containsExactly("2");
    }

    @Test
    void tellsIdsWithTheSameHashApart() {
        put("Aa", "x");
        put("BB", "y");

        delete("Aa");

        assertThat(kernel.view().find(NOTES, "Aa")).isEmpty();
        assertThat(kernel.view().get(NOTES, "BB").topic()).isEqualTo("y");
    }

    @Test
    void movesARecordWithItsKeyAndKeepsItsPlace() {
        put("1", "x");
        put("2", "y");
        put("3", "y");

        put("1", "y");

        assertThat(found("x")).isEmpty();
        assertThat(found("y")).containsExactly("1", "2", "3");
    }

    @Test
    void leavesOutRecordsWithoutAKey() {
        put("1", null);
        put("2", "x");
        assertThat(found("x")).containsExactly("2");

        put("1", "x");
        assertThat(found("x")).containsExactly("1", "2");

        put("2", null);
        delete("2");
        assertThat(found("x")).containsExactly("1");
    }

    @Test
    void isUnchangedInAViewOfBefore() {
        put("1", "x");
        View before = kernel.view();

        put("1", "y");
        put("2", "x");

        assertThat(before.where(BY_TOPIC, "x")).extracting(Note::id).containsExactly("1");
        assertThat(before.where(BY_TOPIC, "y")).isEmpty();
    }

    @Test
    void findsWhatAScanFindsAfterAnyChanges() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            Kernel world = Notebook.kernel();
            List<Note> model = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                change(world, model, random);
            }
            for (String topic : COLLIDING) {
                assertThat(world.view().where(BY_TOPIC, topic))
                        .as("seed %s, key %s", seed, topic)
                        .containsExactlyElementsOf(model.stream()
                                .filter(note -> topic.equals(note.topic()))
                                .toList());
            }
            assertThat(world.view().all(NOTES)).as("seed %s", seed).containsExactlyElementsOf(model);
        }
    }

    private static void change(Kernel world, List<Note> model, Random random) {
        String id = COLLIDING.get(random.nextInt(COLLIDING.size())) + random.nextInt(5);
        int chosen = random.nextInt(COLLIDING.size() + 1);
        Note note = note(id, chosen == COLLIDING.size() ? null : COLLIDING.get(chosen));
        int at = model.stream().map(Note::id).toList().indexOf(id);
        world.write(tx -> {
            if (at < 0) {
                model.add(note);
                tx.insert(NOTES, note);
            } else if (random.nextInt(3) == 0) {
                model.remove(at);
                tx.delete(NOTES, id);
            } else {
                model.set(at, note);
                tx.update(NOTES, note);
            }
            return Objects.requireNonNull(tx.now());
        });
    }

    private void put(String id, @Nullable String topic) {
        kernel.write(tx -> tx.has(NOTES, id) ? tx.update(NOTES, note(id, topic)) : tx.insert(NOTES, note(id, topic)));
    }

    private void delete(String id) {
        kernel.write(tx -> {
            tx.delete(NOTES, id);
            return true;
        });
    }

    private List<String> found(String topic) {
        return kernel.view().where(BY_TOPIC, topic).oldestFirst().map(Note::id).toList();
    }

    private static Note note(String id, @Nullable String topic) {
        return new Note(id, topic, "text", Notebook.START);
    }
}
