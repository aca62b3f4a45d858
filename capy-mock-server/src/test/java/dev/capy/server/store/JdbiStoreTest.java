package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.codec.Seal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbiStoreTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Engine.Place place;

    private CapyWorld begin(Database database) {
        Fixture fixture = Fixture.demo();
        JdbiStore store = database.worlds()
                .create("default", 42, CapyClock.EPOCH, ClockMode.MANUAL, fixture.settings(), Optional.empty());
        return CapyWorld.builder().seed(42).fixture(fixture).store(store).build();
    }

    private static CapyWorld goOn(Database database) {
        KeptWorld kept = database.worlds().find("default").orElseThrow();
        return CapyWorld.builder()
                .seed(kept.contents().image().seed())
                .clock(kept.contents().clock())
                .store(kept.store())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void keepsAWorldBeyondItsProcess(Engine engine) {
        place = engine.place(directory);
        String digest;
        try (Database database = place.open()) {
            CapyWorld world = begin(database);
            world.as("capy_demo").startThread("proj_demo", "Add a login page.");
            world.clock().advance(Duration.ofSeconds(25));
            digest = world.digest();
        }

        try (Database database = place.open()) {
            CapyWorld again = goOn(database);

            assertThat(again.digest()).isEqualTo(digest);
            assertThat(again.clock().now()).isEqualTo(CapyClock.EPOCH.plusSeconds(25));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOnAsIfNothingHadHappened(Engine engine) {
        place = engine.place(directory);
        CapyWorld memory = CapyWorld.builder().seed(42).build();
        memory.as("capy_demo").startThread("proj_demo", "Add a login page.");
        try (Database database = place.open()) {
            begin(database).as("capy_demo").startThread("proj_demo", "Add a login page.");
        }

        for (int i = 0; i < 10; i++) {
            memory.clock().advance(Duration.ofSeconds(13));
            try (Database database = place.open()) {
                CapyWorld again = goOn(database);
                again.clock().advance(Duration.ofSeconds(13));
                assertThat(again.digest()).as("step %s", i).isEqualTo(memory.digest());
                assertThat(again.dump(Seal.KEPT).json())
                        .isEqualTo(memory.dump(Seal.KEPT).json());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsAWorldThatIsRestoredAndReset(Engine engine) {
        place = engine.place(directory);
        CapyWorld other = CapyWorld.builder().seed(7).build();
        other.as("capy_demo").startThread("proj_demo", "Another one.");
        other.clock().advance(Duration.ofSeconds(30));
        String beginning;
        try (Database database = place.open()) {
            CapyWorld world = begin(database);
            beginning = world.digest();
            world.as("capy_demo").startThread("proj_demo", "Add a login page.");
            world.restore(other.dump(Seal.KEPT), Seal.KEPT);
        }

        try (Database database = place.open()) {
            CapyWorld again = goOn(database);
            assertThat(again.digest()).isEqualTo(other.digest());
            again.clock().runUntilIdle(HOUR);
            other.clock().runUntilIdle(HOUR);
            assertThat(again.digest()).isEqualTo(other.digest());
        }
        try (Database database = place.open()) {
            CapyWorld again = CapyWorld.builder()
                    .seed(42)
                    .store(database.worlds().find("default").orElseThrow().store())
                    .build();
            again.reset();
            assertThat(again.digest()).isEqualTo(beginning);
        }
        try (Database database = place.open()) {
            assertThat(goOn(database).digest()).isEqualTo(beginning);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsWhatManyWritersDoAtOnce(Engine engine) {
        place = engine.place(directory);
        List<String> ids;
        try (Database database = place.open()) {
            CapyWorld world = begin(database);
            ids = IntStream.range(0, 40)
                    .parallel()
                    .mapToObj(i -> world.as("capy_demo")
                            .startThread("proj_demo", "Do " + i)
                            .id())
                    .toList();
        }

        try (Database database = place.open()) {
            CapyWorld again = goOn(database);
            ids.forEach(id -> assertThat(again.as("capy_demo").thread(id).id()).isEqualTo(id));
            again.clock().runUntilIdle(HOUR);
        }
    }
}
