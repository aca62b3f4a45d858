package dev.capy.core.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.project.Devbox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The steps that the fixture's devbox settings add, and only they. */
class DevboxStepsTest {

    private static TestBoots with(List<String> projectSetup, Map<String, List<String>> repoSetup) {
        return TestBoots.of(project ->
                project.repo("acme/app").repo("acme/lib").devbox(new Devbox(projectSetup, new TreeMap<>(repoSetup))));
    }

    private static List<String> afterInit(Provisioning boot) {
        return boot.log().stream().map(StepLog::name).skip(7).toList();
    }

    @Test
    void comeBetweenTheRepositoriesAndTheWarmPool() {
        Provisioning boot =
                with(List.of("pwd"), Map.of("acme/lib", List.of("pwd"))).boot("pwd");

        assertThat(afterInit(boot)).containsExactly("project_setup", "repo_setup", "warm_pool_setup");
    }

    @Test
    void runInHomeAndInTheCheckout() {
        Provisioning boot =
                with(List.of("pwd"), Map.of("acme/lib", List.of("pwd", "ls"))).boot();

        assertThat(boot.log().stream().skip(7).map(StepLog::output)).containsExactly("/home\n", "/home/lib\nlib.js\n");
    }

    @Test
    void areLeftOutWithoutCommands() {
        assertThat(afterInit(with(List.of(), Map.of("acme/app", List.of())).boot("true")))
                .containsExactly("warm_pool_setup");
        assertThat(afterInit(with(List.of("true"), Map.of()).boot())).containsExactly("project_setup");
        assertThat(afterInit(
                        with(List.of(), Map.of("acme/app", List.of("true"))).boot()))
                .containsExactly("repo_setup");
    }

    @Test
    void areOneForEachRepositoryInTheOrderOfTheProject() {
        Provisioning boot = with(List.of(), Map.of("acme/lib", List.of("pwd"), "acme/app", List.of("pwd")))
                .boot();

        assertThat(afterInit(boot)).containsExactly("repo_setup", "repo_setup");
        assertThat(boot.log().stream().skip(7).map(StepLog::output)).containsExactly("/home/app\n", "/home/lib\n");
    }
}
