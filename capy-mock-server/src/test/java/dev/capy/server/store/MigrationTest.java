package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.codec.Seal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Data that an earlier version kept. */
class MigrationTest {

    private static final List<String> BACK_TO_2 = List.of(
            "ALTER TABLE worlds ADD COLUMN origin TEXT",
            "UPDATE worlds SET origin = (SELECT dump FROM origins WHERE world = worlds.id)",
            "DROP TABLE origins",
            "DELETE FROM capy_schema WHERE version > 2");

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
            CapyWorld world =
                    CapyWorld.builder().seed(1).store(create(database, "w")).build();
            world.as("capy_demo").startThread("proj_demo", "Add a login page.");
            digest = world.digest();
            goBack(database, BACK_TO_2);
            goBack(database, BACK_TO_1);
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

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void keepWhereTheirWorldsBegan(Engine engine) {
        Engine.Place place = engine.place(directory);
        WorldDump origin = CapyWorld.builder().seed(1).build().dump(Seal.KEPT);
        try (Database database = place.open()) {
            create(database, "served");
            database.worlds().serve("served", "{}", Map.of("capy_demo", "t"), origin);
            create(database, "new");
            goBack(database, BACK_TO_2);
        }

        try (Database database = place.open()) {
            assertThat(database.oldSchema()).isEqualTo(2);
            assertThat(database.worlds().origin("served")).isEqualTo(origin);
            assertThatThrownBy(() -> database.worlds().origin("new")).isInstanceOf(StoreException.class);
        }
    }

    private static JdbiStore create(Database database, String world) {
        return database.worlds()
                .create(world, 1, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT, Optional.empty());
    }

    private static void goBack(Database database, List<String> statements) {
        database.jdbi().useTransaction(handle -> statements.forEach(handle::execute));
    }
}
