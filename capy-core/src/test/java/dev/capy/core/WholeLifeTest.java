package dev.capy.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Commit;
import dev.capy.core.kernel.Image;
import dev.capy.core.kernel.Store;
import dev.capy.core.thread.RunState;
import dev.capy.core.vm.Host;
import dev.capy.core.vm.VmShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The same seed and the same calls give the same world, record for record. */
class WholeLifeTest {

    /** Remembers all that ever happened to a world. */
    private static final class Memory implements Store {

        private final List<Commit> commits = new ArrayList<>();

        @Override
        public Optional<Image> load() {
            return Optional.empty();
        }

        @Override
        public CompletableFuture<Void> commit(Commit commit) {
            commits.add(commit);
            return KEPT;
        }
    }

    @Test
    void isTheSameEachTime() {
        Memory one = new Memory();
        Memory two = new Memory();

        CapyWorld first = live(one, 42);
        CapyWorld second = live(two, 42);

        assertThat(first.digest()).isEqualTo(second.digest());
        assertThat(one.commits).hasSizeGreaterThan(100).isEqualTo(two.commits);
    }

    @Test
    void isAnotherWithAnotherSeed() {
        assertThat(live(new Memory(), 42).digest())
                .isNotEqualTo(live(new Memory(), 43).digest());
    }

    @Test
    void leavesNothingBehind() {
        CapyWorld world = live(new Memory(), 42);

        assertThat(world.clock().pending()).isEmpty();
        assertThat(world.<List<Host>>read(world.hypervisor()::hosts))
                .extracting(Host::used)
                .containsOnly(VmShape.ZERO);
        assertThat(world.<Integer>read(view -> world.hypervisor().vms(view).count()))
                .isZero();
    }

    /** Threads that run, wait, are asked more, fail, are stopped; a pool that is claimed from; nothing is left. */
    private static CapyWorld live(Store store, long seed) {
        CapyWorld world = CapyWorld.builder()
                .seed(seed)
                .fixture(Story.onHosts(2, 8))
                .store(store)
                .build();
        Member owner = world.as("capy_demo");
        Member outsider = world.as("capy_demo_outsider");
        owner.configureWarmPool("proj_demo", config -> config.withEnabled(true));
        String first = owner.startThread("proj_demo", "Add a login page.").id();
        String other = outsider.startThread("proj_other", "Add a page.").id();
        world.clock().runUntil(view -> owner.thread(first).runState() == RunState.WAITING, Duration.ofHours(1));
        owner.send(first, "Make it blue.");
        String second = owner.startThread("proj_demo", "Add a logout page.").id();
        world.clock().advance(Duration.ofSeconds(55));
        world.write(tx -> {
            world.hypervisor().crash(tx, "host-01");
            return true;
        });
        world.clock().runUntilIdle();
        String empty = owner.startThread("proj_empty", "Say hello.").id();
        world.clock().runUntilIdle();
        owner.configureWarmPool("proj_demo", config -> config.withEnabled(false));
        for (String id : List.of(first, second, empty)) {
            owner.send(id, "Enough.");
            owner.stop(id);
        }
        outsider.send(other, "Enough.");
        outsider.stop(other);
        world.clock().runUntilIdle();
        return world;
    }
}
