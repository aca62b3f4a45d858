package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetSizeTest {

    private final PoolWorld pool = new PoolWorld();

    @Test
    void isNotKeptBeforeThePoolIsEnabled() {
        pool.configure(config -> config.withTargetSize(3));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 0));
        assertThat(pool.world.clock().isIdle()).isTrue();
    }

    @Test
    void isOnItsWayAsSoonAsThePoolIsEnabled() {
        pool.configure(config -> config.withEnabled(true).withTargetSize(3));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 3, 0));
    }

    @Test
    void isReadyWhenTheWorldIsIdle() {
        pool.filled(3);

        assertThat(pool.status()).isEqualTo(new PoolStatus(3, 0, 0));
        assertThat(pool.in(InstanceStatus.READY)).allSatisfy(instance -> {
            assertThat(instance.isTest()).isFalse();
            assertThat(instance.provisionedAt()).isNotNull();
        });
    }

    @Test
    void isFilledUpWhenItGrows() {
        List<Instance> first = pool.filled(2).in(InstanceStatus.READY);

        pool.configure(config -> config.withTargetSize(5));

        assertThat(pool.status()).isEqualTo(new PoolStatus(2, 3, 0));
        assertThat(pool.idle().in(InstanceStatus.READY)).hasSize(5).containsAll(first);
    }

    @Test
    void takesTheNewestOnTheirWayWhenItShrinks() {
        pool.configure(config -> config.withEnabled(true).withTargetSize(4));
        List<Instance> started = pool.in(InstanceStatus.PROVISIONING);

        pool.configure(config -> config.withTargetSize(1));

        assertThat(pool.in(InstanceStatus.PROVISIONING)).containsExactly(started.get(0));
        assertThat(pool.idle().status()).isEqualTo(new PoolStatus(1, 0, 0));
    }

    @Test
    void takesThoseOnTheirWayBeforeReadyOnes() {
        List<Instance> ready = pool.filled(2).in(InstanceStatus.READY);
        pool.configure(config -> config.withTargetSize(3));

        pool.configure(config -> config.withTargetSize(2));

        assertThat(pool.in(InstanceStatus.READY)).isEqualTo(ready);
        assertThat(pool.status()).isEqualTo(new PoolStatus(2, 0, 0));
    }

    @Test
    void takesThoseThatHaveBeenReadyLongestWhenNoneIsOnItsWay() {
        List<Instance> ready = ClaimTest.byReadiness(pool.filled(5).in(InstanceStatus.READY));

        pool.configure(config -> config.withTargetSize(2));

        assertThat(ClaimTest.byReadiness(pool.in(InstanceStatus.READY))).isEqualTo(ready.subList(3, 5));
        assertThat(pool.idle().vm(ready.get(0))).isEmpty();
    }

    @Test
    void isGivenUpWhenThePoolIsDisabled() {
        List<Instance> ready = pool.filled(2).in(InstanceStatus.READY);

        pool.configure(config -> config.withEnabled(false));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 0));
        assertThat(pool.idle().owner.instances(PoolWorld.PROJECT)).isEmpty();
        assertThat(ready).extracting(pool::vm).containsOnly(Optional.empty());
        assertThat(pool.world.clock().pending()).isEmpty();
    }

    @Test
    void isGivenUpForThoseOnTheirWayToo() {
        pool.configure(config -> config.withEnabled(true).withTargetSize(2));

        pool.configure(config -> config.withEnabled(false));

        assertThat(pool.idle().owner.instances(PoolWorld.PROJECT)).isEmpty();
        assertThat(pool.world.<Integer>read(
                        view -> pool.world.hypervisor().vms(view).count()))
                .isZero();
        assertThat(pool.world.<Integer>read(
                        view -> pool.world.provisioner().all(view).count()))
                .isZero();
    }

    @Test
    void isEachPoolsOwn() {
        pool.filled(2);
        pool.owner.configureWarmPool("proj_second", config -> config.withEnabled(true));

        pool.idle().configure(config -> config.withEnabled(false));

        assertThat(pool.owner.warmPoolStatus("proj_second")).isEqualTo(new PoolStatus(1, 0, 0));
    }
}
