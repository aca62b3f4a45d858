package dev.capy.core.warmpool;

import static dev.capy.core.warmpool.PoolWorld.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.project.ProjectRepo;
import dev.capy.core.vm.VmSize;
import dev.capy.core.vm.VmState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ClaimTest {

    private final PoolWorld pool = new PoolWorld();

    /** In the order in which they became ready. */
    static List<Instance> byReadiness(List<Instance> ready) {
        return ready.stream()
                .sorted(Comparator.comparing(instance -> Objects.requireNonNull(instance.provisionedAt())))
                .toList();
    }

    private static List<String> ids(List<Instance> instances) {
        return instances.stream().map(Instance::id).toList();
    }

    @Test
    void takesTheOneThatHasBeenReadyLongest() {
        List<Instance> ready = byReadiness(pool.filled(5).in(InstanceStatus.READY));

        List<Instance> claimed = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            claimed.add(pool.claim().orElseThrow());
        }

        assertThat(ids(claimed)).isEqualTo(ids(ready));
    }

    @Test
    void neverTakesOneTwice() {
        pool.filled(3);

        List<Instance> claimed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            claimed.add(pool.idle().claim().orElseThrow());
        }

        assertThat(claimed).extracting(Instance::vmId).doesNotHaveDuplicates();
    }

    @Test
    void handsOverAMachineThatRuns() {
        Instance claimed = pool.filled(1).claim().orElseThrow();

        assertThat(pool.vm(claimed))
                .hasValueSatisfying(vm -> assertThat(vm.state()).isEqualTo(VmState.RUNNING));
        assertThat(pool.instance(claimed.id()).status()).isEqualTo(InstanceStatus.CLAIMED);
    }

    @Test
    void isReplacedAtOnce() {
        pool.filled(2).claim();

        assertThat(pool.status()).isEqualTo(new PoolStatus(1, 1, 0));
        assertThat(pool.idle().status()).isEqualTo(new PoolStatus(2, 0, 0));
    }

    @Test
    void isNoted() {
        pool.filled(1).after(Duration.ofMinutes(5)).claim();

        WarmPool now = pool.world.read(
                view -> pool.world.warmPools().find(view, PoolWorld.PROJECT).orElseThrow());
        assertThat(now.lastClaimedAt()).isEqualTo(pool.world.clock().now());
        assertThat(now.lastProvisionedAt()).isBefore(now.lastClaimedAt());
    }

    @Test
    void findsNothingWhereNothingIsReady() {
        assertThat(pool.claim()).isEmpty();

        pool.configure(config -> config.withEnabled(true));
        assertThat(pool.claim()).isEmpty();
    }

    @Test
    void findsNothingOfAnotherSize() {
        assertThat(pool.filled(1).claim(List.of(MAIN), VmSize.LARGE)).isEmpty();
    }

    @Test
    void findsNothingAtAnotherBranch() {
        assertThat(pool.filled(1).claim(List.of(MAIN.at("feature")), VmSize.MEDIUM))
                .isEmpty();
    }

    @Test
    void findsNothingWithOtherRepositories() {
        pool.filled(1);

        assertThat(pool.claim(List.of(), VmSize.MEDIUM)).isEmpty();
        assertThat(pool.claim(List.of(new ProjectRepo("acme/other", "main")), VmSize.MEDIUM))
                .isEmpty();
        assertThat(pool.claim(List.of(MAIN, new ProjectRepo("acme/other", "main")), VmSize.MEDIUM))
                .isEmpty();
    }

    @Test
    void findsTheBranchThatThePoolIsConfiguredFor() {
        pool.configure(config -> config.withBranch("feature"));
        pool.filled(1);

        assertThat(pool.claim()).isEmpty();
        assertThat(pool.claim(List.of(MAIN.at("feature")), VmSize.MEDIUM)).isPresent();
    }

    @Test
    void findsNoTestBoot() {
        pool.filled(1);
        pool.owner.testBoot(PoolWorld.PROJECT);
        pool.idle();

        assertThat(pool.claim()).isPresent();
        assertThat(pool.claim()).isEmpty();
    }

    @Test
    void findsNothingInADisabledPool() {
        pool.filled(1).configure(config -> config.withEnabled(false));

        assertThat(pool.claim()).isEmpty();
    }

    @Test
    void findsNoMachineThatIsLost() {
        Instance ready = pool.filled(1).in(InstanceStatus.READY).get(0);

        boolean found = pool.world.write(tx -> {
            pool.world
                    .hypervisor()
                    .crash(
                            tx,
                            Objects.requireNonNull(pool.vm(ready).orElseThrow().hostId()));
            return pool.world
                    .warmPools()
                    .claim(tx, pool.project(), List.of(MAIN), VmSize.MEDIUM)
                    .isPresent();
        });

        assertThat(found).isFalse();
    }

    @Test
    void keepsTheMachineFromAgeing() {
        Instance claimed = pool.filled(1).claim().orElseThrow();

        pool.after(Duration.ofHours(5));

        assertThat(pool.vm(claimed)).isPresent();
    }

    @Test
    void isOnRecordAmongTheLastFiftyThatAreOver() {
        pool.filled(2);
        Instance first = pool.claim().orElseThrow();
        pool.destroy(first);
        for (int i = 0; i < 60; i++) {
            pool.idle().destroy(pool.claim().orElseThrow());
        }

        assertThat(pool.in(InstanceStatus.CLAIMED)).hasSizeBetween(50, 51);
        assertThat(ids(pool.owner.instances(PoolWorld.PROJECT))).doesNotContain(first.id());
    }
}
