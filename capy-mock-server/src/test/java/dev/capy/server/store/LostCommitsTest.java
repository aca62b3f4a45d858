package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.error.Unavailable;
import dev.capy.core.thread.CaptainThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Worlds whose database refuses what they did. */
class LostCommitsTest {

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Engine.Place place;

    @ParameterizedTest
    @EnumSource
    void goesBackToWhatIsKeptAndGoesOnWhenTheDatabaseDoes(Engine engine) {
        place = engine.place(directory);
        try (Database database = place.open()) {
            JdbiStore store = database.worlds()
                    .create("default", 1, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT, Optional.empty());
            CapyWorld world = CapyWorld.builder().seed(1).store(store).build();
            world.as("capy_demo").startThread("proj_demo", "kept");
            String before = world.digest();

            database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE records RENAME TO gone"));
            assertThatThrownBy(() -> world.as("capy_demo").startThread("proj_demo", "lost"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageStartingWith("The store cannot keep anything now: ");
            assertThat(world.digest()).isEqualTo(before);
            assertThat(threads(world)).hasSize(1);

            database.jdbi().useHandle(handle -> handle.execute("ALTER TABLE gone RENAME TO records"));
            world.as("capy_demo").startThread("proj_demo", "next");
            assertThat(threads(world)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatWasKeptWhenItCouldNotHearOfIt(Engine engine) {
        place = engine.place(directory);
        try (Database database = place.open()) {
            JdbiStore store = database.worlds()
                    .create("default", 1, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT, Optional.empty());
            CapyWorld world = CapyWorld.builder().seed(1).store(store).build();
            Standing known = store.standing();
            world.as("capy_demo").startThread("proj_demo", "kept");
            store.stands(known); // as if the connection had broken before the answer came

            assertThatThrownBy(() -> world.as("capy_demo").startThread("proj_demo", "after it"))
                    .isInstanceOf(Unavailable.class);
            world.as("capy_demo").startThread("proj_demo", "next");

            assertThat(threads(world)).hasSize(2);
            assertThat(database.worlds()
                            .find("default")
                            .orElseThrow()
                            .builder()
                            .build()
                            .digest())
                    .isEqualTo(world.digest());
        }
    }

    private static List<CaptainThread> threads(CapyWorld world) {
        return world.read(view ->
                world.threads().newestFirst(view, "proj_demo", Long.MAX_VALUE).toList());
    }
}
