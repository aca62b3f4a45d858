package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.vm.Vm;
import dev.capy.core.warmpool.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A script that fails fails its phase, once all have come to their end. */
class FailingPhasesTest {

    private static final RepositorySetup APP = RepositorySetup.of("acme/app", "main");
    private static final RepositorySetup LIB = RepositorySetup.of("acme/lib", "main");

    private final TestBoots boots = TestBoots.of(
            project -> project.repo("acme/app").repo("acme/lib"),
            CommandRules.of(CommandRule.hanging(CommandPattern.exact("hang"))));

    private StepLog failure(RepositorySetup... setups) {
        boots.save(setups);
        return boots.boot().failure().orElseThrow();
    }

    @Test
    void tellsWhichRepositoryItWas() {
        StepLog failure = failure(
                APP.withScript(Phase.STARTUP, "echo fine"),
                LIB.withScript(Phase.STARTUP, "echo first >&2; echo bad >&2; exit 3"));

        assertThat(failure)
                .returns("startup", StepLog::name)
                .returns("exit code 3: bad", StepLog::error)
                .returns("fine\nfirst\nbad\n", StepLog::output);
        assertThat(failure.metadata()).containsOnly(entry("repository", "acme/lib"), entry("exitCode", "3"));
    }

    @Test
    void waitsForTheOthers() {
        StepLog failure = failure(
                APP.withScript(Phase.INITIALIZE, "sleep 30; echo done"), LIB.withScript(Phase.INITIALIZE, "exit 1"));

        assertThat(failure.duration()).isEqualTo(Duration.ofSeconds(30));
        assertThat(failure.output()).isEqualTo("done\n");
    }

    @Test
    void tellsTheFirstOfTheProjectAndNamesTheOthers() {
        StepLog failure = failure(
                LIB.withScript(Phase.INITIALIZE, "exit 4"), APP.withScript(Phase.INITIALIZE, "sleep 9; exit 5"));

        assertThat(failure.error()).isEqualTo("exit code 5");
        assertThat(failure.metadata())
                .containsOnly(entry("repository", "acme/app"), entry("exitCode", "5"), entry("alsoFailed", "acme/lib"));
    }

    @Test
    void letsNothingFollow() {
        boots.save(APP.withScript(Phase.INITIALIZE, "exit 1").withScript(Phase.STARTUP, "touch /home/started"), LIB);

        Provisioning boot = boots.boot("touch /home/pool");

        assertThat(boot.status()).isEqualTo(Status.FAILED);
        assertThat(boot.log()).last().returns("initialize", StepLog::name);
        assertThat(boot.failureReason()).contains("initialize failed: exit code 1");
    }

    @Test
    void cutsAScriptOffAfterItsOwnTime() {
        StepLog failure = failure(
                APP.withScript(Phase.INITIALIZE, "hang").withTimeout(Phase.INITIALIZE, Duration.ofSeconds(60)),
                LIB.withScript(Phase.INITIALIZE, "sleep 70").withTimeout(Phase.INITIALIZE, Duration.ofSeconds(90)));

        assertThat(failure.error()).isEqualTo("exit code 124");
        assertThat(failure.metadata()).containsEntry("repository", "acme/app").doesNotContainKey("alsoFailed");
        assertThat(failure.duration()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void cutsAScriptOffAfterHalfAnHourWhereNobodySaysOtherwise() {
        boots.save(APP.withScript(Phase.STARTUP, "hang").withTimeout(Phase.INITIALIZE, Duration.ofSeconds(60)));
        boots.owner.configureWarmPool(TestBoots.PROJECT, config -> config.withEnabled(true));
        Instance instance = boots.owner.instances(TestBoots.PROJECT).get(0);

        boots.world.clock().runUntilIdle();

        assertThat(boots.of(instance).failure()).hasValueSatisfying(failure -> {
            assertThat(failure.error()).isEqualTo("exit code 124");
            assertThat(failure.duration()).isEqualTo(Duration.ofMinutes(30));
        });
    }

    @Test
    void endsWithALostHost() {
        boots.save(APP.withScript(Phase.INITIALIZE, "sleep 60"), LIB.withScript(Phase.INITIALIZE, "sleep 90"));
        Instance instance = boots.start();
        boots.runUntil(instance, "initialize");
        boots.world.clock().advance(Duration.ofSeconds(70));

        boots.world.write(tx -> {
            String host = boots.world
                    .hypervisor()
                    .find(tx, instance.vmId())
                    .map(Vm::hostId)
                    .orElseThrow();
            boots.world.hypervisor().crash(tx, host);
            return host;
        });

        assertThat(boots.of(instance).failure()).hasValueSatisfying(failure -> {
            assertThat(failure.name()).isEqualTo("initialize");
            assertThat(failure.error()).isEqualTo("host host-01 crashed");
            assertThat(failure.duration()).isEqualTo(Duration.ofSeconds(70));
        });
        assertThat(boots.world.clock().isIdle()).isTrue();
        assertThat(boots.world.<Integer>read(
                        view -> boots.world.hypervisor().executions(view).count()))
                .isZero();
    }
}
