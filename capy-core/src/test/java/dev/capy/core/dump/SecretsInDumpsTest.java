package dev.capy.core.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.vm.VmSize;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SecretsInDumpsTest {

    private static final String SECRET = "hunter2-very-secret";
    private static final StateKey KEY = StateKey.of("open sesame");

    @Test
    void withoutAKeyTheyAreLeftOutAndToldOf() {
        WorldDump dump = secretive().dump();

        assertThat(dump.json()).doesNotContain(SECRET);
        assertThat(dump.missing())
                .anyMatch(pointer -> pointer.matches("/tables/personal_variables/rows/0/record/value"))
                .anyMatch(pointer -> pointer.matches("/parts/directory/[0-9a-f]{64}/entries/.env/content"))
                .anyMatch(pointer -> pointer.matches("/parts/directory/[0-9a-f]{64}/entries/leaked.log/content"));
    }

    @Test
    void whatWasLeftOutIsSomethingElseInTheRestoredWorld() {
        CapyWorld restored = CapyWorld.builder().restore(secretive().dump()).build();

        assertThat(token(restored)).isEqualTo("***");
    }

    @Test
    void withAKeyTheyAreSealedAndComeBack() {
        CapyWorld world = secretive();
        WorldDump dump = world.dump(KEY);

        CapyWorld restored = CapyWorld.builder().restore(dump, KEY).build();

        assertThat(dump.json()).doesNotContain(SECRET);
        assertThat(dump.missing()).isEmpty();
        assertThat(restored.digest()).isEqualTo(world.digest());
        assertThat(token(restored)).isEqualTo(SECRET);
    }

    @Test
    void theSameWorldAndTheSameKeyMakeTheSameBytes() {
        assertThat(secretive().dump(KEY)).isEqualTo(secretive().dump(StateKey.of("open sesame")));
        assertThat(secretive().dump(KEY)).isNotEqualTo(secretive().dump(StateKey.of("open barley")));
    }

    @Test
    void refusesAnotherKey() {
        WorldDump dump = secretive().dump(KEY);

        assertThatThrownBy(() -> CapyWorld.builder()
                        .restore(dump, StateKey.of("open barley"))
                        .build())
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("is not a secret that was sealed with this key");
    }

    @Test
    void refusesToRestoreWithoutTheKeyWhatWasSealedWithOne() {
        WorldDump dump = secretive().dump(KEY);

        assertThatThrownBy(() -> CapyWorld.builder().restore(dump).build())
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("give the key");
    }

    @Test
    void aKeyDoesNotShow() {
        assertThat(KEY).hasToString("***");
    }

    private static String token(CapyWorld world) {
        return Objects.requireNonNull(
                        world.as("capy_demo").variables("proj_demo").get(0).value())
                .reveal();
    }

    private static CapyWorld secretive() {
        CapyWorld world = CapyWorld.builder().seed(5).build();
        world.as("capy_demo").setVariable("proj_demo", "TOKEN", SECRET);
        world.as("capy_demo").startThread("proj_demo", "Add a login page.");
        FileTree disk = FileTree.EMPTY
                .with("/home/.env", FileNode.of("nothing").withMode(0600))
                .with("/home/leaked.log", FileNode.of("it is " + SECRET + "!"));
        world.write(tx -> world.hypervisor().create(tx, "test", VmSize.SMALL, disk));
        world.clock().advance(Duration.ofMinutes(1));
        return world;
    }
}
