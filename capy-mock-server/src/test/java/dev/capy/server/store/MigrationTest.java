package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data that an earlier version kept. */
class MigrationTest {

    private static final List<String> BACK_TO_1 = List.of(
            "DROP TABLE requests",
            "DROP TABLE nodes",
            "DROP TABLE tokens",
            "DROP INDEX worlds_of_node",
            "ALTER TABLE worlds DROP COLUMN options",
            "ALTER TABLE worlds DROP COLUMN origin",
            "ALTER TABLE worlds DROP COLUMN commits",
            "ALTER TABLE worlds DROP COLUMN node",
            "ALTER TABLE worlds DROP COLUMN fence",
            "ALTER TABLE worlds DROP COLUMN opened_at",
            "ALTER TABLE records DROP COLUMN id",
            "DELETE FROM capy_schema WHERE version > 1");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void goOnInThisOne(Engine engine) {
        Engine.Place place = engine.place(directory);
        String digest;
        try (Database database = place.open()) {
            JdbiStore store = database.worlds()
                    .create("w", 1, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT, Optional.empty());
            CapyWorld world = CapyWorld.builder().seed(1).store(store).build();
            world.as("capy_demo").startThread("proj_demo", "Add a login page.");
            digest = world.digest();
            database.jdbi().useTransaction(MigrationTest::goBack);
        }

        try (Database database = place.open()) {
            assertThat(database.oldSchema()).isEqualTo(1);
            CapyWorld again =
                    database.worlds().find("w").orElseThrow().builder().build();
            assertThat(again.digest()).isEqualTo(digest);
            again.as("capy_demo").startThread("proj_demo", "Another one.");
            assertThat(database.worlds().problems("w")).isEmpty();
        }
    }

    private static void goBack(Handle handle) {
        BACK_TO_1.forEach(handle::execute);
    }
}
