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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Worlds whose database refuses what they did. */
@ParameterizedClass
@EnumSource(Engine.class)
class LostCommitsTest {

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @TempDir
    Path directory;

    private Engine.Place place;

    @BeforeEach
    void findAPlace() {
        place = engine.place(directory);
    }

    @Test
    void goesBackToWhatIsKeptAndGoesOnWhenTheDatabaseDoes() {
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

    private static List<CaptainThread> threads(CapyWorld world) {
        return world.read(view ->
                world.threads().newestFirst(view, "proj_demo", Long.MAX_VALUE).toList());
    }
}
