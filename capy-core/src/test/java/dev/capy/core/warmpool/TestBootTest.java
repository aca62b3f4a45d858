package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.provisioning.SetupCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestBootTest {

    private final PoolWorld pool = new PoolWorld();

    private Instance boot(SetupCommand... commands) {
        return pool.owner.testBoot(PoolWorld.PROJECT, commands);
    }

    @Test
    void isNotCountedInThePool() {
        boot();
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 0));

        pool.idle();
        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 0));
    }

    @Test
    void isListedAndMarked() {
        Instance test = boot();

        assertThat(pool.idle().owner.instances(PoolWorld.PROJECT))
                .singleElement()
                .returns(test.id(), Instance::id)
                .returns(true, Instance::isTest)
                .returns(InstanceStatus.READY, Instance::status);
    }

    @Test
    void worksWithoutAnyPool() {
        boot();

        assertThat(pool.world.<Boolean>read(view ->
                        pool.world.warmPools().find(view, PoolWorld.PROJECT).isPresent()))
                .isFalse();
    }

    @Test
    void savesTheCommandsItIsGiven() {
        pool.configure(config -> config.withTargetSize(4));

        boot(SetupCommand.of("npm ci"));

        WarmPoolConfig config = pool.world.read(view -> pool.world
                .warmPools()
                .find(view, PoolWorld.PROJECT)
                .orElseThrow()
                .config());
        assertThat(config.setupCommands()).containsExactly(SetupCommand.of("npm ci"));
        assertThat(config.targetSize()).isEqualTo(4);
        assertThat(config.enabled()).isFalse();
    }

    @Test
    void runsTheSavedCommandsWhenItIsGivenNone() {
        pool.configure(config -> config.withSetupCommands(List.of(SetupCommand.of("exit 4"))));

        Instance test = boot();

        assertThat(pool.idle().instance(test.id()).failureReason()).isEqualTo("exit code 4");
    }

    @Test
    void goesWithItsMachineAQuarterOfAnHourAfterItWasTriggered() {
        Instance test = boot();

        pool.after(Duration.ofMinutes(15).minusMillis(1));
        assertThat(pool.instance(test.id()).status()).isEqualTo(InstanceStatus.READY);
        pool.after(Duration.ofMillis(1));

        assertThatThrownBy(() -> pool.instance(test.id())).isInstanceOf(NotFound.class);
        assertThat(pool.idle().vm(test)).isEmpty();
        assertThat(pool.world.clock().pending()).isEmpty();
    }

    @Test
    void isNothingThatTheWorldWaitsForOnceItIsReady() {
        boot();

        assertThat(pool.idle().world.clock().pending()).hasSize(1).noneMatch(entry -> entry.foreground());
    }

    @Test
    void goesThoughItIsNotReadyYet() {
        Instance test = boot(SetupCommand.of("sleep 7200"));

        pool.after(Duration.ofMinutes(16));

        assertThat(pool.owner.instances(PoolWorld.PROJECT)).isEmpty();
        assertThat(pool.vm(test)).isEmpty();
        assertThat(pool.world.clock().pending()).isEmpty();
    }

    @Test
    void staysOnRecordWhenItFailed() {
        Instance test = boot(PoolWorld.FAILING);

        assertThat(pool.after(Duration.ofMinutes(14)).instance(test.id()).status())
                .isEqualTo(InstanceStatus.FAILED);
        assertThat(pool.vm(test)).isEmpty();
        pool.after(Duration.ofMinutes(1));
        assertThat(pool.owner.instances(PoolWorld.PROJECT)).isEmpty();
    }

    @Test
    void setsOffNoBackOff() {
        boot(PoolWorld.FAILING);
        pool.idle();

        assertThat(pool.world.clock().pending())
                .singleElement()
                .satisfies(entry -> assertThat(entry.name()).startsWith("deletion of test boot"));
    }

    @Test
    void failsWhenItsMachineIsLost() {
        Instance test = boot();
        pool.idle().crash(test);

        assertThat(pool.instance(test.id()))
                .returns(InstanceStatus.FAILED, Instance::status)
                .returns("host host-01 crashed", Instance::failureReason);
        assertThat(pool.after(Duration.ofMinutes(15)).owner.instances(PoolWorld.PROJECT))
                .isEmpty();
    }

    @Test
    void staysWhenThePoolIsCleared() {
        Instance test = boot();

        pool.owner.clearWarmPool(PoolWorld.PROJECT, false);

        assertThat(pool.instance(test.id())).isNotNull();
    }
}
