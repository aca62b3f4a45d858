package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.warmpool.Instance;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a saved Setup runs on a fresh machine (source: seed 004). */
class SetupPhasesTest {

    private static final RepositorySetup APP = RepositorySetup.of("acme/app", "main");
    private static final RepositorySetup LIB = RepositorySetup.of("acme/lib", "main");

    private final TestBoots boots =
            TestBoots.of(project -> project.repo("acme/app").repo("acme/lib").variable("GREETING", "hello there"));

    private StepLog step(Provisioning boot, String name) {
        return boot.log().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isInitializeAndThenStartup() {
        boots.save(APP.withScript(Phase.INITIALIZE, "echo init > /home/trace")
                .withScript(Phase.UPDATE_AFTER_CHECKOUT, "echo update >> /home/trace")
                .withScript(Phase.STARTUP, "echo start >> /home/trace"));

        Provisioning boot = boots.boot("echo pool >> /home/trace");

        assertThat(boot.log())
                .extracting(StepLog::name)
                .containsExactly(
                        "create_vm",
                        "ensure_server",
                        "set_env_vars",
                        "clone_repo",
                        "clone_repo",
                        "init_repo",
                        "init_repo",
                        "initialize",
                        "startup",
                        "warm_pool_setup");
        assertThat(boots.text(boot.vmId(), "/home/trace")).isEqualTo("init\nstart\npool\n");
    }

    @Test
    void isNothingWhereNoRepositoryHasAScript() {
        boots.save(APP.withScript(Phase.UPDATE_AFTER_CHECKOUT, "npm ci").withCommand("Test", "npm test"), LIB);

        assertThat(boots.boot().log())
                .extracting(StepLog::name)
                .endsWith("init_repo", "init_repo")
                .doesNotContain("initialize", "startup");
    }

    @Test
    void takesAsLongAsTheSlowestScript() {
        boots.save(
                APP.withScript(Phase.INITIALIZE, "sleep 10; echo app"),
                LIB.withScript(Phase.INITIALIZE, "sleep 25; echo lib"));

        StepLog phase = step(boots.boot(), "initialize");

        assertThat(phase.duration()).isEqualTo(Duration.ofSeconds(25));
        assertThat(phase.output()).isEqualTo("app\nlib\n");
    }

    @Test
    void runsTheScriptsSideBySide() {
        boots.save(
                APP.withScript(Phase.INITIALIZE, "sleep 10; touch /home/app.done"),
                LIB.withScript(Phase.INITIALIZE, "sleep 5; test -f /home/app.done || touch /home/lib.first; sleep 15"));
        Instance instance = boots.start();
        boots.runUntil(instance, "initialize");

        boots.world.clock().advance(Duration.ofSeconds(10));

        assertThat(boots.disk(instance.vmId()).file("/home/app.done")).isPresent();
        assertThat(boots.disk(instance.vmId()).file("/home/lib.first")).isPresent();
        assertThat(boots.of(instance).status()).isEqualTo(Status.PROVISIONING);
    }

    @Test
    void isABarrier() {
        boots.save(
                APP.withScript(Phase.INITIALIZE, "sleep 10").withScript(Phase.STARTUP, "sleep 1"),
                LIB.withScript(Phase.INITIALIZE, "sleep 25").withScript(Phase.STARTUP, "sleep 2"));

        Provisioning boot = boots.boot();

        StepLog initialize = step(boot, "initialize");
        StepLog startup = step(boot, "startup");
        assertThat(startup.startedAt()).isEqualTo(initialize.startedAt().plusSeconds(25));
        assertThat(startup.duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void runsInTheCheckoutsWithTheVariables() {
        boots.save(
                APP.withScript(Phase.INITIALIZE, "pwd; echo $GREETING > said"),
                LIB.withScript(Phase.INITIALIZE, "pwd"));

        Provisioning boot = boots.boot();

        assertThat(step(boot, "initialize").output()).isEqualTo("/home/app\n/home/lib\n");
        assertThat(boots.text(boot.vmId(), "/home/app/said")).isEqualTo("hello there\n");
    }

    @Test
    void leavesRepositoriesAloneThatTheSetupDoesNotName() {
        boots.save(LIB.withScript(Phase.STARTUP, "pwd"));

        assertThat(step(boots.boot(), "startup").output()).isEqualTo("/home/lib\n");
    }

    @Test
    void isOverAtOnceWhenItsScriptsAre() {
        boots.save(APP.withScript(Phase.STARTUP, "true"));

        Provisioning boot = boots.boot();

        assertThat(boot.status()).isEqualTo(Status.READY);
        assertThat(step(boot, "startup").duration()).isZero();
    }

    @Test
    void leavesNoCommandBehind() {
        boots.save(APP.withScript(Phase.STARTUP, "sleep 3"), LIB.withScript(Phase.STARTUP, "sleep 9"));

        boots.boot();

        assertThat(boots.world.<Integer>read(
                        view -> boots.world.hypervisor().executions(view).count()))
                .isZero();
    }
}
