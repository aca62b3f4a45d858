package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgeingTest {

    private final PoolWorld pool = new PoolWorld();

    private static Instant readySince(Instance instance) {
        return Objects.requireNonNull(instance.provisionedAt());
    }

    private Instance onlyReady() {
        return onlyReadyOf(pool);
    }

    private static Instance onlyReadyOf(PoolWorld pool) {
        List<Instance> ready = pool.in(InstanceStatus.READY);
        assertThat(ready).hasSize(1);
        return ready.get(0);
    }

    @Test
    void replacesAMachineAtItsAge() {
        Instance old = onlyReadyOf(pool.filled(1));

        pool.world
                .clock()
                .advanceTo(readySince(old).plus(Duration.ofMinutes(60)).minusMillis(1));
        assertThat(onlyReady()).isEqualTo(old);
        pool.after(Duration.ofMillis(1));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 0));
        assertThat(pool.idle().vm(old)).isEmpty();
        assertThat(onlyReady().id()).isNotEqualTo(old.id());
    }

    @Test
    void isNothingThatTheWorldWaitsFor() {
        pool.filled(2);

        assertThat(pool.world.clock().isIdle()).isTrue();
        assertThat(pool.world.clock().pending()).hasSize(2).noneMatch(entry -> entry.foreground());
    }

    @Test
    void followsTheConfiguration() {
        pool.configure(config -> config.withMaxAgeMinutes(30));
        Instance old = onlyReadyOf(pool.filled(1));

        pool.after(Duration.ofMinutes(30)).idle();

        assertThat(onlyReady().id()).isNotEqualTo(old.id());
    }

    @Test
    void followsAShorterAgeForThoseThatAreReady() {
        Instance old = onlyReadyOf(pool.filled(1));
        pool.after(Duration.ofMinutes(10));

        pool.configure(config -> config.withMaxAgeMinutes(30));
        assertThat(onlyReady().id()).isEqualTo(old.id());
        pool.world.clock().advanceTo(readySince(old).plus(Duration.ofMinutes(30)));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 0));
    }

    @Test
    void takesThoseAtOnceThatAreTooOldNow() {
        pool.filled(1).after(Duration.ofMinutes(45));

        pool.configure(config -> config.withMaxAgeMinutes(30));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 0));
    }

    @Test
    void followsALongerAgeForThoseThatAreReady() {
        Instance old = onlyReadyOf(pool.filled(1));

        pool.configure(config -> config.withMaxAgeMinutes(180));
        pool.after(Duration.ofMinutes(120));

        assertThat(onlyReady().id()).isEqualTo(old.id());
        pool.after(Duration.ofMinutes(60));
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 1, 0));
    }

    @Test
    void goesOnForEver() {
        pool.filled(3);

        for (int hour = 0; hour < 24; hour++) {
            pool.after(Duration.ofHours(1)).idle();
            assertThat(pool.status()).isEqualTo(new PoolStatus(3, 0, 0));
        }
        assertThat(pool.owner.instances(PoolWorld.PROJECT)).hasSize(3);
    }
}
