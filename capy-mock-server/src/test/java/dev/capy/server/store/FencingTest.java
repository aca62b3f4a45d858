package dev.capy.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.WorldSettings;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.error.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may write to a world. */
class FencingTest {

    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    Path directory;

    private static CapyWorld world(Database database, String node) {
        JdbiStore store = database.worlds()
                .create("w", 1, CapyClock.EPOCH, ClockMode.MANUAL, WorldSettings.DEFAULT, Optional.of(node));
        return CapyWorld.builder().seed(1).store(store).build();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void isNobodyWhoseWorldWasTaken(Engine engine) {
        try (Database database = engine.place(directory).open()) {
            List<String> lost = new ArrayList<>();
            database.whenLost(lost::add);
            CapyWorld stale = world(database, "slow");
            database.nodes().join("slow", "http://slow", Duration.ofSeconds(-1));
            database.nodes().join("quick", "http://quick", LONG);

            assertThat(database.nodes().take("w", "quick")).isTrue();
            CapyWorld present =
                    database.worlds().find("w").orElseThrow().builder().build();
            present.as("capy_demo").startThread("proj_demo", "the new owner's");

            assertThatThrownBy(() -> stale.as("capy_demo").startThread("proj_demo", "the old owner's"))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("belongs to another node by now");
            assertThat(lost).containsExactly("w");
            assertThat(database.worlds()
                            .find("w")
                            .orElseThrow()
                            .builder()
                            .build()
                            .digest())
                    .isEqualTo(present.digest());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void isItsOwnerAsLongAsTheLeaseLasts(Engine engine) {
        try (Database database = engine.place(directory).open()) {
            world(database, "one");
            database.nodes().join("one", "http://one", LONG);

            assertThat(database.nodes().take("w", "two")).isFalse();
            assertThat(database.nodes().orphans()).isEmpty();
            assertThat(database.nodes().owner("w").orElseThrow().address()).isEqualTo("http://one");

            database.nodes().leave("one");

            assertThat(database.nodes().orphans()).containsExactly("w");
            assertThat(database.nodes().take("w", "two")).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void isNotTheConcernOfOtherWorlds(Engine engine) {
        try (Database database = engine.place(directory).open()) {
            GroupCommit groups = new GroupCommit(group -> {
                if (group.keySet().stream().anyMatch(store -> store.world().equals("stale"))) {
                    throw new StaleWorldException(new JdbiStore(database, "stale", Standing.NEW));
                }
            });
            JdbiStore stale = new JdbiStore(database, "stale", Standing.NEW);
            JdbiStore other = new JdbiStore(database, "other", Standing.NEW);
            Commit commit = new Commit(CapyClock.EPOCH, 0, 0, List.of(), List.of(), List.of(), 0, List.of());
            List<CompletableFuture<Void>> kept = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                kept.add(groups.add(other, commit));
                addUnlessLost(groups, stale, commit);
            }
            groups.close();

            assertThat(kept).noneMatch(CompletableFuture::isCompletedExceptionally);
            assertThat(stale.isBroken()).isTrue();
            assertThat(other.isBroken()).isFalse();
        }
    }

    private static void addUnlessLost(GroupCommit groups, JdbiStore store, Commit commit) {
        try {
            groups.add(store, commit);
        } catch (Unavailable e) {
            assertThat(store.isBroken()).isTrue();
        }
    }
}
