package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClearTest {

    private final PoolWorld pool = new PoolWorld();

    private int clear(boolean replenish) {
        return pool.owner.clearWarmPool(PoolWorld.PROJECT, replenish);
    }

    @Test
    void deletesMachinesAndRecords() {
        Instance ready = pool.filled(2).in(InstanceStatus.READY).get(0);

        assertThat(clear(false)).isEqualTo(2);

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 0));
        assertThatThrownBy(() -> pool.instance(ready.id())).isInstanceOf(NotFound.class);
        assertThat(pool.idle().vm(ready)).isEmpty();
        assertThat(pool.world.clock().pending()).isEmpty();
    }

    @Test
    void countsThoseOnTheirWay() {
        pool.filled(2).configure(config -> config.withTargetSize(3));

        assertThat(clear(false)).isEqualTo(3);
    }

    @Test
    void startsAfreshWhenItIsToReplenish() {
        List<Instance> before = pool.filled(3).in(InstanceStatus.READY);

        assertThat(clear(true)).isEqualTo(3);

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 3, 0));
        assertThat(pool.in(InstanceStatus.PROVISIONING)).doesNotContainAnyElementsOf(before);
        assertThat(pool.idle().status()).isEqualTo(new PoolStatus(3, 0, 0));
    }

    @Test
    void replenishesNothingInADisabledPool() {
        pool.configure(config -> config.withTargetSize(3));

        assertThat(clear(true)).isZero();
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 0));
    }

    @Test
    void ofAPoolThatNobodyConfiguredIsNothing() {
        assertThat(clear(true)).isZero();
    }

    @Test
    void endsABackOffWhenItIsToReplenish() {
        pool.configure(config -> config.withEnabled(true).withSetupCommands(List.of(PoolWorld.FAILING)));
        pool.idle();

        assertThat(clear(true)).isEqualTo(1);
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 0));
    }

    @Test
    void leavesClaimedMachinesAlone() {
        Instance claimed = pool.filled(2).claim().orElseThrow();

        clear(false);

        assertThat(pool.idle().vm(claimed)).isPresent();
        assertThat(pool.instance(claimed.id()).status()).isEqualTo(InstanceStatus.CLAIMED);
    }

    @Test
    void leavesAnEnabledPoolEmptyUntilItIsAskedForMore() {
        pool.filled(2);

        clear(false);

        assertThat(pool.after(Duration.ofHours(2)).status()).isEqualTo(new PoolStatus(0, 0, 0));
        pool.configure(config -> config);
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 2, 0));
    }
}
