package dev.capy.core.provisioning;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.fixture.ProjectSpec;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.vm.VmSettings;
import dev.capy.core.warmpool.Instance;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A world with one project, and test boots of it: the shortest way to see machines become ready. */
final class TestBoots {

    static final String PROJECT = "proj_app";

    final CapyWorld world;
    final Member owner;

    private TestBoots(Fixture fixture) {
        world = CapyWorld.builder().seed(7).fixture(fixture).build();
        owner = world.as("owner");
    }

    /** A project with one repository, {@code acme/app}. */
    static TestBoots ofOneRepository() {
        return of(oneRepository());
    }

    /** A world whose project is {@code project}; its repositories are acme/app and acme/lib. */
    static TestBoots of(UnaryOperator<ProjectSpec> project) {
        return of(project, CommandRules.NONE);
    }

    static TestBoots of(UnaryOperator<ProjectSpec> project, CommandRules programs) {
        return new TestBoots(fixture(project, programs));
    }

    /** A project with one repository, in a world where programs follow these rules. */
    static TestBoots with(CommandRule... programs) {
        return of(oneRepository(), CommandRules.of(programs));
    }

    static UnaryOperator<ProjectSpec> oneRepository() {
        return project -> project.repo("acme/app");
    }

    private static Fixture fixture(UnaryOperator<ProjectSpec> project, CommandRules programs) {
        VmSettings vm = VmSettings.DEFAULT;
        return Fixture.empty()
                .settings(settings -> settings.vm(new VmSettings(vm.hosts(), vm.shapes(), vm.latencies(), programs)))
                .repository(
                        "acme/app",
                        repository -> repository
                                .file("README.md", "# App\n")
                                .file("src/main.js", "run();\n")
                                .branch(
                                        "feature",
                                        FileTree.EMPTY
                                                .with("README.md", FileNode.of("# Feature\n"))
                                                .with("src/main.js", FileNode.of("run();\n"))))
                .repository("acme/lib", repository -> repository.file("lib.js", "lib();\n"))
                .repository(
                        "acme/hooked",
                        repository -> repository.file(
                                ".capy/settings.json",
                                "{\"hooks\": {\"setup\": [\"touch hooked\", {\"command\": \"echo from hook\"}]}}"))
                .repository(
                        "acme/broken",
                        repository -> repository.file(
                                ".capy/settings.json", "{\"hooks\": {\"setup\": [\"echo no >&2; exit 7\"]}}"))
                .repository("acme/garbled", repository -> repository.file(".capy/settings.json", "{\"hooks\": "))
                .organization(
                        "org_acme",
                        organization -> organization
                                .user("user_owner", user -> user.token("owner"))
                                .project(PROJECT, project));
    }

    /** Saves a Setup with these repositories; the first time, it replaces legacy hooks. */
    void save(RepositorySetup... repositories) {
        owner.saveSetup(PROJECT, before -> before.withRepositories(repositories), true);
    }

    /** Starts a boot whose setup commands are these. */
    Instance start(String... commands) {
        SetupCommand[] setup = new SetupCommand[commands.length];
        for (int i = 0; i < commands.length; i++) {
            setup[i] = SetupCommand.of(commands[i]);
        }
        return owner.testBoot(PROJECT, setup);
    }

    /** Boots with these setup commands, and tells how it went. */
    Provisioning boot(String... commands) {
        Instance instance = start(commands);
        world.clock().runUntilIdle();
        return of(instance);
    }

    Provisioning of(Instance instance) {
        return owner.provisioning(instance);
    }

    /** Runs until the boot is at the step of this name. */
    void runUntil(Instance instance, String step) {
        boolean reached = world.clock()
                .runUntil(
                        view -> world.warmPools()
                                .provisioning(view, instance)
                                .step()
                                .name()
                                .equals(step),
                        Duration.ofHours(1));
        if (!reached) {
            throw new AssertionError("never came to " + step);
        }
    }

    /** The disk of the machine as it is now. */
    FileTree disk(String vmId) {
        return world.read(view -> world.hypervisor().disk(view, vmId));
    }

    /** What a file holds now. */
    String text(String vmId, String path) {
        return disk(vmId).file(path).orElseThrow().content().text();
    }
}
