package dev.capy.core.simulation;

import dev.capy.core.CapyWorld;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Store;
import dev.capy.core.project.Devbox;
import dev.capy.core.script.Script;
import dev.capy.core.shell.CommandPattern;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.vm.Host;
import dev.capy.core.vm.VmSettings;
import dev.capy.core.vm.VmShape;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A small world in which everything can run short. */
final class SimulatedWorld {

    /** Which member works on which projects. */
    static final Map<String, List<String>> PROJECTS =
            Map.of("one", List.of("proj_app", "proj_two", "proj_none"), "other", List.of("proj_site"));

    static final List<String> HOSTS = List.of("host-a", "host-b", "host-c");

    private static final CommandRules PROGRAMS = CommandRules.of(
            CommandRule.hanging(CommandPattern.exact("serve")),
            CommandRule.failing(CommandPattern.exact("lint"), Duration.ofSeconds(2), 3, "ugly\n"),
            CommandRule.succeeding(CommandPattern.exact("build"), Duration.ofSeconds(40), "built\n"));

    private static final Fixture FIXTURE = Fixture.empty()
            .settings(settings -> settings.vm(new VmSettings(
                    List.of(
                            Host.empty(HOSTS.get(0), new VmShape(16, 64, 1000)),
                            Host.empty(HOSTS.get(1), new VmShape(10, 24, 1000)),
                            Host.empty(HOSTS.get(2), new VmShape(6, 64, 1000))),
                    VmSettings.DEFAULT.shapes(),
                    VmSettings.DEFAULT.latencies(),
                    PROGRAMS)))
            .repository(
                    "acme/app",
                    repository -> repository
                            .file("README.md", "# App\n")
                            .branch("feature", FileTree.EMPTY.with("README.md", FileNode.of("# Feature\n"))))
            .repository(
                    "acme/lib",
                    repository -> repository
                            .file("README.md", "# Library\n")
                            .file(".capy/settings.json", "{\"hooks\": {\"setup\": [\"build\"]}}"))
            .repository("globex/site", repository -> repository.file("index.html", "<p>\n"))
            .organization(
                    "org_one",
                    organization -> organization
                            .user("user_one", user -> user.token("one"))
                            .project(
                                    "proj_app",
                                    project -> project.repo("acme/app").taskCode("APP"))
                            .project(
                                    "proj_two",
                                    project -> project.repo("acme/app")
                                            .repo("acme/lib")
                                            .taskCode("TWO")
                                            .variable("MODE", "test")
                                            .devbox(new Devbox(List.of("build"), Collections.emptySortedMap())))
                            .project("proj_none", project -> project.taskCode("NONE")))
            .organization(
                    "org_other",
                    organization -> organization
                            .user("user_other", user -> user.token("other"))
                            .project(
                                    "proj_site",
                                    project -> project.repo("globex/site").taskCode("SITE")));

    private SimulatedWorld() {}

    static CapyWorld create(long seed, Store store, Script... scripts) {
        return CapyWorld.builder()
                .seed(seed)
                .fixture(FIXTURE.script(scripts))
                .clock(ClockMode.ON_POLL)
                .store(store)
                .build();
    }
}
