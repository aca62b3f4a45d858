package dev.capy.core.kernel;

import static dev.capy.core.kernel.Notebook.NOTES;
import static dev.capy.core.kernel.Notebook.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.Notebook.Note;
import dev.capy.core.kernel.Notebook.Remind;
import dev.capy.core.kernel.error.Conflict;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTest {

    @Test
    void isThatOfAnyWorldWithTheSameSeedAndCalls() {
        assertThat(usedWorld().digest()).isEqualTo(usedWorld().digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void dependsOnTheSeed() {
        Kernel other = new Kernel(Notebook.registry(), Store.inMemory(), Notebook.START, 43);

        assertThat(other.digest()).isNotEqualTo(Notebook.kernel().digest());
    }

    @Test
    void dependsOnTheStart() {
        Kernel other = new Kernel(Notebook.registry(), Store.inMemory(), Notebook.START.plusNanos(1), 42);

        assertThat(other.digest()).isNotEqualTo(Notebook.kernel().digest());
    }

    @ParameterizedTest
    @MethodSource("differences")
    void showsEveryDifference(Consumer<Tx> difference) {
        Kernel world = usedWorld();

        world.write(tx -> {
            difference.accept(tx);
            return true;
        });

        assertThat(world.digest()).isNotEqualTo(usedWorld().digest());
    }

    static Stream<Named<Consumer<Tx>>> differences() {
        Map<String, Consumer<Tx>> differences = new LinkedHashMap<>();
        differences.put("a record more", tx -> tx.insert(NOTES, note("z", "text")));
        differences.put("a record less", tx -> tx.delete(NOTES, "a"));
        differences.put("a value", tx -> tx.update(NOTES, note("a", "other")));
        differences.put("a value missing", tx -> tx.update(NOTES, "b", n -> new Note("b", null, n.text(), n.at())));
        differences.put("the order of records", tx -> {
            tx.delete(NOTES, "a");
            tx.insert(NOTES, note("a", "text"));
        });
        differences.put("a record that came and went", tx -> {
            tx.insert(NOTES, note("z", "text"));
            tx.delete(NOTES, "z");
        });
        differences.put("an id drawn", Tx::newId);
        differences.put("a fraction drawn", Tx::random);
        differences.put("an entry more", tx -> tx.schedule(Duration.ofSeconds(9), new Remind("x")));
        differences.put("an entry less", tx -> tx.cancel(2));
        differences.put(
                "an entry that came and went", tx -> tx.cancel(tx.schedule(Duration.ofSeconds(9), new Remind("x"))));
        return differences.entrySet().stream().map(d -> Named.of(d.getKey(), d.getValue()));
    }

    @Test
    void showsHowAnEntryDiffers() {
        assertThat(Stream.of(entry(1, true, "a"), entry(2, true, "a"), entry(1, false, "a"), entry(1, true, "b"))
                        .map(Kernel::digest))
                .doesNotHaveDuplicates();
    }

    private static Kernel entry(int seconds, boolean foreground, String text) {
        Kernel world = Notebook.kernel();
        if (foreground) {
            Notebook.remind(world, seconds, text);
        } else {
            Notebook.remindInBackground(world, seconds, text);
        }
        return world;
    }

    @Test
    void showsTheTime() {
        Kernel world = usedWorld();

        world.clock().advance(Duration.ofNanos(1));

        assertThat(world.digest()).isNotEqualTo(usedWorld().digest());
    }

    @ParameterizedTest
    @MethodSource("differences")
    void showsNothingOfARefusedTransaction(Consumer<Tx> difference) {
        Kernel world = usedWorld();

        assertThatThrownBy(() -> world.write(tx -> {
                    difference.accept(tx);
                    throw new Conflict("no");
                }))
                .isInstanceOf(Conflict.class);

        assertThat(world.digest()).isEqualTo(usedWorld().digest());
    }

    @Test
    void doesNotDependOnHowOftenATransactionTookPlace() {
        Kernel together = Notebook.kernel();
        together.write(tx -> write(tx, "a").id() + write(tx, "b").id());
        Kernel apart = Notebook.kernel();
        apart.write(tx -> write(tx, "a"));
        apart.write(tx -> write(tx, "b"));

        assertThat(together.digest()).isEqualTo(apart.digest());
    }

    private static Kernel usedWorld() {
        Kernel world = Notebook.kernel();
        world.write(tx -> tx.insert(NOTES, note("a", "text")));
        world.write(tx -> tx.insert(NOTES, note("b", "text")));
        Notebook.remind(world, 1, "run");
        Notebook.remind(world, 100, "pending");
        world.clock().advance(Duration.ofSeconds(1));
        return world;
    }

    private static Note note(String id, String text) {
        return new Note(id, "topic", text, Notebook.START);
    }
}
