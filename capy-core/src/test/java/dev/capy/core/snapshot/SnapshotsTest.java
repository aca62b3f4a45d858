package dev.capy.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.setup.RepositorySetup;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The switch of a project, and what excludes it (source: seed 004). */
class SnapshotsTest {

    private static final String PROJECT = "proj_demo";

    private final CapyWorld world = CapyWorld.builder().seed(3).build();
    private final Member owner = world.as("capy_demo");

    private void enablePool(boolean enabled) {
        owner.configureWarmPool(PROJECT, config -> config.withEnabled(enabled));
    }

    private Instant updatedAt() {
        return world.read(view -> world.projects().project(view, PROJECT)).updatedAt();
    }

    @Test
    void areOffAtFirst() {
        assertThat(owner.hasSnapshots(PROJECT)).isFalse();
    }

    @Test
    void areTurnedOnAndOff() {
        owner.enableSnapshots(PROJECT, true);
        assertThat(owner.hasSnapshots(PROJECT)).isTrue();

        owner.enableSnapshots(PROJECT, false);
        assertThat(owner.hasSnapshots(PROJECT)).isFalse();
    }

    @Test
    void areTurnedOnOnceHoweverOftenItIsSaid() {
        owner.enableSnapshots(PROJECT, true);
        Instant before = updatedAt();
        world.clock().advance(Duration.ofMinutes(1));

        owner.enableSnapshots(PROJECT, true);

        assertThat(owner.hasSnapshots(PROJECT)).isTrue();
        assertThat(updatedAt()).isEqualTo(before);
    }

    @Test
    void cannotBeOnTogetherWithTheWarmPool() {
        enablePool(true);

        Invalid refusal = catchThrowableOfType(Invalid.class, () -> owner.enableSnapshots(PROJECT, true));

        assertThat(refusal.violations())
                .containsExactly(
                        new Violation("$.enabled", "must be false while the warm pool is on: disable the pool first"));
        assertThat(owner.hasSnapshots(PROJECT)).isFalse();
    }

    @Test
    void keepTheWarmPoolOff() {
        owner.enableSnapshots(PROJECT, true);

        Invalid refusal = catchThrowableOfType(Invalid.class, () -> enablePool(true));

        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("$.enabled");
    }

    @Test
    void canTakeTheWarmPoolsPlaceOnceItIsOff() {
        enablePool(true);
        enablePool(false);

        owner.enableSnapshots(PROJECT, true);

        assertThat(owner.hasSnapshots(PROJECT)).isTrue();
    }

    @Test
    void areNotTurnedOffWithTheWarmPoolsSwitch() {
        owner.enableSnapshots(PROJECT, true);

        enablePool(false);

        assertThat(owner.hasSnapshots(PROJECT)).isTrue();
    }

    @Test
    void leaveTheWarmPoolAloneWhenTheyAreTurnedOff() {
        enablePool(true);

        owner.enableSnapshots(PROJECT, false);

        world.clock().runUntilIdle();
        assertThat(owner.warmPoolStatus(PROJECT).ready()).isEqualTo(1);
    }

    @Test
    void areIndependentOfSetup() {
        owner.enableSnapshots(PROJECT, true);

        owner.saveSetup(PROJECT, before -> before.withRepositories(RepositorySetup.of("acme/app", "main")), false);

        assertThat(owner.hasSnapshots(PROJECT)).isTrue();
    }

    @Test
    void ofAnotherOrganizationAreOutOfReach() {
        Member outsider = world.as("capy_demo_outsider");

        assertThat(catchThrowableOfType(Forbidden.class, () -> outsider.enableSnapshots(PROJECT, true)))
                .isNotNull();
        assertThat(owner.hasSnapshots(PROJECT)).isFalse();
    }
}
