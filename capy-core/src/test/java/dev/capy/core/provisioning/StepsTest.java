package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.provisioning.Provisioning.Status;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What happens on the way to a ready machine. */
class StepsTest {

    private static List<String> names(Provisioning provisioning) {
        return provisioning.log().stream().map(StepLog::name).toList();
    }

    @Test
    void comeInTheirOrder() {
        Provisioning boot = TestBoots.ofOneRepository().boot("npm install");

        assertThat(names(boot))
                .containsExactly(
                        "create_vm", "ensure_server", "set_env_vars", "clone_repo", "init_repo", "warm_pool_setup");
    }

    @Test
    void areSixOfSixForOneRepositoryAndOneSetupCommand() {
        Provisioning boot = TestBoots.ofOneRepository().boot("npm install");

        assertThat(boot.status()).isEqualTo(Status.READY);
        assertThat(boot.completedSteps()).isEqualTo(6);
        assertThat(boot.totalSteps()).isEqualTo(6);
        assertThat(boot.failure()).isEmpty();
    }

    @Test
    void areFiveWithoutSetupCommands() {
        Provisioning boot = TestBoots.ofOneRepository().boot();

        assertThat(names(boot)).hasSize(5).doesNotContain("warm_pool_setup");
    }

    @Test
    void cloneAndInitializeEveryRepository() {
        Provisioning boot = TestBoots.of(project -> project.repo("acme/app").repo("acme/lib"))
                .boot();

        assertThat(names(boot))
                .containsExactly(
                        "create_vm",
                        "ensure_server",
                        "set_env_vars",
                        "clone_repo",
                        "clone_repo",
                        "init_repo",
                        "init_repo");
    }

    @Test
    void areThreeForAProjectWithoutRepositories() {
        Provisioning boot = TestBoots.of(project -> project).boot();

        assertThat(names(boot)).containsExactly("create_vm", "ensure_server", "set_env_vars");
        assertThat(boot.status()).isEqualTo(Status.READY);
    }

    @Test
    void tellWhatWasCloned() {
        TestBoots boots = TestBoots.ofOneRepository();
        Provisioning boot = boots.boot();

        String head = boots.world.read(view -> boots.world
                .sources()
                .head(view, "acme/app", "main")
                .orElseThrow()
                .id());
        assertThat(boot.log().get(3).metadata())
                .containsEntry("repository", "acme/app")
                .containsEntry("branch", "main")
                .containsEntry("commit", head);
    }

    @Test
    void putTheRepositoryIntoItsPlace() {
        TestBoots boots = TestBoots.ofOneRepository();
        Provisioning boot = boots.boot();

        assertThat(boots.text(boot.vmId(), "/home/app/src/main.js")).isEqualTo("run();\n");
    }

    @Test
    void tellWhatCommandsPrinted() {
        Provisioning boot = TestBoots.ofOneRepository().boot("echo one", "echo two >&2");

        assertThat(boot.log()).last().extracting(StepLog::output).isEqualTo("one\ntwo\n");
    }

    @Test
    void tellNothingWhereNothingWasPrinted() {
        Provisioning boot = TestBoots.ofOneRepository().boot("true");

        assertThat(boot.log()).extracting(StepLog::output).containsOnlyNulls();
    }

    @Test
    void runSetupCommandsAsRootInHome() {
        Provisioning boot = TestBoots.ofOneRepository().boot("pwd && sudo whoami && cat app/README.md");

        assertThat(boot.log())
                .last()
                .extracting(StepLog::output, InstanceOfAssertFactories.STRING)
                .isEqualTo("/home\nroot\n# App\n");
    }

    @Test
    void beginWhenTheLastOneHasEnded() {
        Provisioning boot = TestBoots.ofOneRepository().boot("npm install", "sleep 4");

        for (int i = 1; i < boot.log().size(); i++) {
            StepLog before = boot.log().get(i - 1);
            assertThat(boot.log().get(i).startedAt())
                    .isEqualTo(before.startedAt().plus(before.duration()));
        }
    }

    @Test
    void addUpToTheWholeTime() {
        Provisioning boot = TestBoots.ofOneRepository().boot("npm install", "sleep 4");

        Duration sum = boot.log().stream().map(StepLog::duration).reduce(Duration.ZERO, Duration::plus);
        assertThat(boot.elapsed(boot.startedAt())).isEqualTo(sum);
        assertThat(boot.endedAt()).isEqualTo(boot.startedAt().plus(sum));
    }

    @Test
    void takeTheirTimesWithinAFifth() {
        Provisioning boot = TestBoots.ofOneRepository().boot("npm install");

        List<Integer> seconds = List.of(8, 4, 1, 6, 3, 3);
        for (int i = 0; i < seconds.size(); i++) {
            assertThat(boot.log().get(i).duration())
                    .as(boot.log().get(i).name())
                    .isBetween(Duration.ofMillis(seconds.get(i) * 800L), Duration.ofMillis(seconds.get(i) * 1200L));
        }
    }

    @Test
    void takeExactlyAsLongAsTheirCommandsSleep() {
        Provisioning boot = TestBoots.ofOneRepository().boot("sleep 4", "sleep 6");

        assertThat(boot.log()).last().extracting(StepLog::duration).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void showAsTheyEnd() {
        TestBoots boots = TestBoots.ofOneRepository();
        var instance = boots.start();

        boots.runUntil(instance, "clone_repo");

        assertThat(names(boots.of(instance))).containsExactly("create_vm", "ensure_server", "set_env_vars");
        assertThat(boots.of(instance).status()).isEqualTo(Status.PROVISIONING);
        assertThat(boots.of(instance).endedAt()).isNull();
    }
}
