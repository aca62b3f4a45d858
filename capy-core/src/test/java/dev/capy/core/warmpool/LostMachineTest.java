package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LostMachineTest {

    private final PoolWorld pool = new PoolWorld();

    @Test
    void isReplacedAtOnceWhenItWasReady() {
        Instance lost = pool.filled(1).in(InstanceStatus.READY).get(0);

        pool.crash(lost);

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 1));
        assertThat(pool.instance(lost.id()).failureReason()).isEqualTo("host host-01 crashed");
        assertThat(pool.idle().status()).isEqualTo(new PoolStatus(1, 0, 1));
        assertThat(pool.vm(lost)).isEmpty();
    }

    @Test
    void takesAllOfItsHostWithIt() {
        Instance lost = pool.filled(5).in(InstanceStatus.READY).get(0);

        pool.crash(lost);

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 5, 5));
        assertThat(pool.idle().status().ready()).isEqualTo(5);
    }
}
