package dev.capy.core.warmpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.Member;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Violation;
import dev.capy.core.project.VmCache;
import dev.capy.core.provisioning.SetupCommand;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private final PoolWorld pool = new PoolWorld();

    @Test
    void changesOnlyWhatIsSaid() {
        pool.configure(config -> config.withTargetSize(7).withBranch("feature"));

        WarmPoolConfig config =
                pool.configure(before -> before.withMaxAgeMinutes(90)).config();

        assertThat(config).isEqualTo(new WarmPoolConfig(false, 7, 90, "feature", null));
    }

    @Test
    void tellsWhenItWasMadeAndChanged() {
        WarmPool made = pool.configure(config -> config);
        pool.after(Duration.ofMinutes(1));
        WarmPool changed = pool.configure(config -> config.withTargetSize(2));

        assertThat(changed.createdAt()).isEqualTo(made.createdAt()).isEqualTo(made.updatedAt());
        assertThat(changed.updatedAt()).isEqualTo(pool.world.clock().now());
    }

    @ParameterizedTest
    @CsvSource({"0, 60, $.targetSize", "21, 60, $.targetSize", "1, 29, $.maxAgeMinutes", "1, 181, $.maxAgeMinutes"})
    void isRefusedOutOfRange(int target, int age, String field) {
        String before = pool.world.digest();

        assertThatThrownBy(() -> pool.configure(
                        config -> new WarmPoolConfig(true, target, age, config.branch(), config.setupCommands())))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .extracting(Invalid::violations, InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::path)
                .containsExactly(field);
        assertThat(pool.world.digest()).isEqualTo(before);
    }

    @Test
    void namesEverythingThatIsOutOfRange() {
        assertThatThrownBy(() -> new WarmPoolConfig(true, 0, 0, null, null))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .extracting(Invalid::violations, InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::path)
                .containsExactly("$.targetSize", "$.maxAgeMinutes");
    }

    @Test
    void replacesMachinesMadeFromAnotherOne() {
        List<Instance> outdated = pool.filled(2).in(InstanceStatus.READY);

        pool.configure(config -> config.withSetupCommands(List.of(SetupCommand.of("npm ci"))));

        assertThat(pool.status()).isEqualTo(new PoolStatus(0, 2, 0));
        assertThat(pool.idle().in(InstanceStatus.READY)).hasSize(2).doesNotContainAnyElementsOf(outdated);
        assertThat(pool.vm(outdated.get(0))).isEmpty();
    }

    @Test
    void replacesThoseOnTheirWayToo() {
        pool.configure(config -> config.withEnabled(true).withTargetSize(2));
        List<Instance> outdated = pool.in(InstanceStatus.PROVISIONING);

        pool.configure(config -> config.withBranch("feature"));

        assertThat(pool.in(InstanceStatus.PROVISIONING)).hasSize(2).doesNotContainAnyElementsOf(outdated);
    }

    @Test
    void keepsMachinesThatAreStillRight() {
        List<Instance> ready = pool.filled(2).in(InstanceStatus.READY);

        pool.configure(config -> config.withMaxAgeMinutes(60).withSetupCommands(List.of()));

        assertThat(pool.in(InstanceStatus.READY))
                .extracting(Instance::id)
                .containsExactlyElementsOf(ready.stream().map(Instance::id).toList());
    }

    @Test
    void isForbiddenWhereTheOrganizationMayNot() {
        Member poor = pool.world.as("poor");
        String before = pool.world.digest();

        assertThatThrownBy(() -> poor.configureWarmPool("proj_poor", config -> config.withEnabled(true)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> poor.testBoot("proj_poor")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> poor.clearWarmPool("proj_poor", true)).isInstanceOf(Forbidden.class);
        assertThat(pool.world.digest()).isEqualTo(before);
        assertThat(poor.warmPoolStatus("proj_poor")).isEqualTo(new PoolStatus(0, 0, 0));
    }

    @Test
    void isRefusedWhileSnapshotsAreOn() {
        pool.world.write(tx -> {
            pool.world.projects().enable(tx, PoolWorld.PROJECT, VmCache.SNAPSHOTS);
            return true;
        });

        assertThatThrownBy(() -> pool.configure(config -> config.withEnabled(true)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("Snapshots");
        assertThat(pool.configure(config -> config.withTargetSize(2)).config().enabled())
                .isFalse();
        assertThat(pool.project().vmCache()).isEqualTo(VmCache.SNAPSHOTS);
    }

    @Test
    void keepsSnapshotsOffWhileThePoolIsEnabled() {
        pool.filled(1);

        assertThatThrownBy(() -> pool.world.write(tx -> {
                    pool.world.projects().enable(tx, PoolWorld.PROJECT, VmCache.SNAPSHOTS);
                    return true;
                }))
                .isInstanceOf(Invalid.class);
        pool.configure(config -> config.withEnabled(false));
        assertThat(pool.project().vmCache()).isEqualTo(VmCache.NONE);
    }

    @Test
    void keepsAnotherProjectsInstancesOutOfSight() {
        Instance other = pool.owner.testBoot("proj_second");

        assertThatThrownBy(() -> pool.instance(other.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pool.instance("nobody")).isInstanceOf(NotFound.class);
    }

    @Test
    void ofAnotherOrganizationIsForbidden() {
        Member stranger = pool.world.as("poor");

        assertThatThrownBy(() -> stranger.warmPoolStatus(PoolWorld.PROJECT)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> stranger.configureWarmPool(PoolWorld.PROJECT, config -> config))
                .isInstanceOf(Forbidden.class);
    }
}
