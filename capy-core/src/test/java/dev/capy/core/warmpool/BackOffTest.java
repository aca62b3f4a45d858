package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.Entry;
import dev.capy.core.provisioning.SetupCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final PoolWorld pool = new PoolWorld();

    private void enableFailing(int target) {
        pool.configure(config ->
                config.withEnabled(true).withTargetSize(target).withSetupCommands(List.of(PoolWorld.FAILING)));
    }

    /** How long the pool waits now: the instances that failed are gone, the only entry is its own. */
    private Duration pause() {
        Entry entry = pool.world.clock().pending().stream()
                .filter(pending -> pending.name().startsWith("back-off"))
                .findFirst()
                .orElseThrow();
        return Duration.between(pool.world.clock().now(), entry.due());
    }

    /** Fails so many rounds; the pauses between them, in seconds. */
    private List<Long> pauses(int rounds) {
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            pool.world
                    .clock()
                    .runUntil(
                            view -> pool.world
                                            .warmPools()
                                            .status(view, PoolWorld.PROJECT)
                                            .provisioning()
                                    == 0,
                            Duration.ofHours(1));
            pauses.add(pause().toSeconds());
            pool.after(pause());
        }
        return pauses;
    }

    @Test
    void doublesUpToAQuarterOfAnHour() {
        enableFailing(1);

        assertThat(pauses(8)).containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
    }

    @Test
    void happensWhileTheWorldIsIdle() {
        enableFailing(2);
        pool.idle();

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 0, 2));
        assertThat(pool.world.clock().isIdle()).isTrue();
        pool.after(Duration.ofSeconds(30));
        assertThat(pool.status().provisioning()).isEqualTo(2);
    }

    @Test
    void keepsTheReasonsOnRecord() {
        enableFailing(1);
        pool.idle();

        assertThat(pool.in(InstanceStatus.FAILED))
                .singleElement()
                .returns("exit code 1", Instance::failureReason)
                .returns(null, Instance::provisionedAt);
    }

    @Test
    void holdsUpNoReadyMachineAndFillsTheGapLater() {
        pool.filled(2);
        Instance claimed = pool.claim().orElseThrow();
        pool.crash(pool.in(InstanceStatus.PROVISIONING).get(0));

        assertThat(claimed).isNotNull();
        assertThat(pool.idle().status().provisioning()).isZero();
        pool.after(Duration.ofSeconds(30)).idle();
        assertThat(pool.status().ready()).isEqualTo(2);
    }

    @Test
    void startsAnewAfterASuccess() {
        pool.configure(config -> config.withEnabled(true));
        pool.crash(pool.in(InstanceStatus.PROVISIONING).get(0));
        pool.after(Duration.ofSeconds(30)).idle();
        assertThat(pool.status().ready()).isEqualTo(1);

        pool.claim();
        pool.crash(pool.in(InstanceStatus.PROVISIONING).get(0));

        assertThat(pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void startsAnewWithAnotherConfiguration() {
        enableFailing(1);
        pauses(3);

        pool.configure(config -> config.withSetupCommands(List.of(SetupCommand.of("exit 2"))));

        assertThat(pool.status().provisioning()).isEqualTo(1);
        assertThat(pauses(2)).containsExactly(30L, 60L);
    }

    @Test
    void endsWithTheRightConfiguration() {
        enableFailing(2);
        pool.idle();

        pool.configure(config -> config.withSetupCommands(null));

        assertThat(pool.idle().status()).isEqualTo(new PoolStatus(2, 0, 2));
    }

    @Test
    void endsWhenThePoolIsDisabled() {
        enableFailing(1);
        pool.idle();

        pool.configure(config -> config.withEnabled(false));

        assertThat(pool.world.clock().pending()).isEmpty();
    }

    @Test
    void leavesFiftyFailuresOnRecordAtTheMost() {
        enableFailing(20);

        pauses(5);

        assertThat(pool.idle().status().failed()).isBetween(50, 70);
    }
}
