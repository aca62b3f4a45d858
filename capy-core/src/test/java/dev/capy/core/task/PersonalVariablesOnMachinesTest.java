package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.project.Devbox;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewThread;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose variables count on the machines of a thread and of its tasks. */
class PersonalVariablesOnMachinesTest {

    private static final String PROJECT = "proj_app";

    private final CapyWorld world = world();
    private final Member ann = world.as("ann");
    private final Member ben = world.as("ben");

    private static CapyWorld world(String... setup) {
        Fixture fixture = Fixture.empty()
                .repository("acme/app", repository -> repository.file("README.md", "# App\n"))
                .organization(
                        "org_acme",
                        organization -> organization
                                .user("user_ann", user -> user.token("ann"))
                                .user("user_ben", user -> user.token("ben"))
                                .project(
                                        PROJECT,
                                        project -> project.repo("acme/app")
                                                .variable("URL", "https://shared.test")
                                                .variable("MODE", "shared")
                                                .devbox(new Devbox(List.of(setup), Collections.emptySortedMap()))));
        return CapyWorld.builder().seed(5).fixture(fixture).build();
    }

    @Test
    void overrideTheProjectsOnTheCaptainsMachine() {
        ann.setVariable(PROJECT, "MODE", "anns");

        CaptainThread thread = ann.startThread(PROJECT, "Add a login page.");

        assertThat(envOf(captainsVm(thread))).isEqualTo("MODE='anns'\nURL='https://shared.test'\n");
    }

    @Test
    void areThoseOfTheAuthorOnItsTasksMachines() {
        ann.setVariable(PROJECT, "MODE", "anns");
        ben.setVariable(PROJECT, "MODE", "bens");

        CaptainThread thread = ben.startThread(PROJECT, "Add a login page.");

        assertThat(envOf(tasksVm(ben, thread))).isEqualTo("MODE='bens'\nURL='https://shared.test'\n");
    }

    @Test
    void areThoseOfWhomAServiceActsFor() {
        ann.setVariable(PROJECT, "MODE", "anns");
        ben.setVariable(PROJECT, "MODE", "bens");

        CaptainThread thread = world.write(
                tx -> world.threads().start(tx, ben.user(), ann.user(), NewThread.of(PROJECT, "Add a login page.")));

        assertThat(envOf(captainsVm(thread))).contains("MODE='anns'");
    }

    @Test
    void comeToAMachineOfTheWarmPoolWithItsRun() {
        ann.configureWarmPool(PROJECT, config -> config.withEnabled(true).withTargetSize(1));
        world.clock().runUntilIdle();
        ann.setVariable(PROJECT, "MODE", "anns");

        CaptainThread thread = ann.startThread(PROJECT, "Add a login page.");
        String vm = tasksVm(ann, thread);
        world.clock().advance(Duration.ofSeconds(5));

        assertThat(envOf(vm)).contains("MODE='anns'");
    }

    @Test
    void areTheProjectsAgainOnceDeleted() {
        ann.setVariable(PROJECT, "MODE", "anns");
        ann.deleteVariable(PROJECT, "MODE");

        CaptainThread thread = ann.startThread(PROJECT, "Add a login page.");

        assertThat(envOf(captainsVm(thread))).contains("MODE='shared'");
    }

    @Test
    void showInNoFailure() {
        CapyWorld failing = world("echo cannot log in with $TOKEN >&2; exit 3");
        Member cat = failing.as("ann");
        cat.setVariable(PROJECT, "TOKEN", "s3cr3t-value");

        CaptainThread thread = cat.startThread(PROJECT, "Add a login page.");
        failing.clock().runUntilIdle();

        Task task = cat.tasks(thread.id()).get(0);
        assertThat(failing.read(view -> failing.tasks().newestRun(view, task)).map(Jam::failure))
                .contains("project_setup failed: exit code 3: cannot log in with ***");
        assertThat(cat.messages(thread.id()).toString()).contains("***").doesNotContain("s3cr3t");
    }

    private static String captainsVm(CaptainThread thread) {
        return Objects.requireNonNull(thread.run().machine()).vmId();
    }

    private String tasksVm(Member member, CaptainThread thread) {
        world.clock()
                .runUntil(view -> !world.tasks().ofThread(view, thread.id()).isEmpty(), Duration.ofHours(1));
        Task task = member.tasks(thread.id()).get(0);
        return world.read(view -> world.tasks().newestRun(view, task).orElseThrow())
                .machine();
    }

    private String envOf(String vmId) {
        world.clock().runUntil(view -> env(vmId).isPresent(), Duration.ofHours(1));
        return env(vmId).orElseThrow();
    }

    private Optional<String> env(String vmId) {
        return world.read(view -> world.hypervisor()
                .disk(view, vmId)
                .file("/home/.env")
                .map(file -> file.content().text()));
    }
}
