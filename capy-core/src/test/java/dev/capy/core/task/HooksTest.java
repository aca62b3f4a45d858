package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.AgentType;
import dev.capy.core.script.BuildSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.setup.HookContext;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.setup.Setup;
import dev.capy.core.setup.ToolHook;
import dev.capy.core.setup.ToolHooks;
import dev.capy.core.setup.TruncateStrategy;
import dev.capy.core.task.CommandRun.Cause;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HooksTest {

    @Test
    void runBeforeAndAfterTheToolTheyAreFor() {
        Work work = run(
                hooks(
                        Map.of("bash_run", ToolHook.of(List.of("echo before"))),
                        Map.of("bash_run", ToolHook.of(List.of("echo after", "pwd")))),
                build -> build.run("echo now").create("a.txt", "a\n"));

        assertThat(work.commands())
                .extracting(
                        CommandRun::cause,
                        CommandRun::command,
                        run -> ending(run).stdout())
                .containsExactly(
                        tuple(Cause.PRE_HOOK, "echo before", "before\n"),
                        tuple(Cause.AGENT, "echo now", "now\n"),
                        tuple(Cause.POST_HOOK, "echo after", "after\n"),
                        tuple(Cause.POST_HOOK, "pwd", "/home/app\n"));
    }

    @Test
    void seeTheFileAsTheToolLeftIt() {
        Work work = run(
                hooks(
                        Map.of(),
                        Map.of("write", ToolHook.of(List.of("cat ${file_path} && echo formatted > ${file_path}")))),
                build -> build.create("a.txt", "raw\n").commit("A"));

        assertThat(work.commands()).singleElement().satisfies(run -> {
            assertThat(run.command()).isEqualTo("cat /home/app/a.txt && echo formatted > /home/app/a.txt");
            assertThat(ending(run).stdout()).isEqualTo("raw\n");
        });
        assertThat(work.text("a.txt")).isEqualTo("formatted\n");
    }

    @Test
    void leaveNamesThatTheyDoNotKnowToTheShell() {
        assertThat(HookText.fill("${file_path} ${HOME} ${nothing} $x", new TreeMap<>(Map.of("file_path", "/a $b"))))
                .isEqualTo("/a $b ${HOME} ${nothing} $x");
    }

    @Test
    void keepNothingFromGoingOnWhenTheyFail() {
        Work work = run(
                hooks(Map.of("write", ToolHook.of(List.of("exit 3"))), Map.of()),
                build -> build.create("a.txt", "a\n").commit("A"));

        assertThat(work.status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
        assertThat(work.commands()).extracting(run -> ending(run).exitCode()).containsExactly(3);
        assertThat(work.run().report()).isEmpty();
    }

    @Test
    void areSilentForOtherAgents() {
        Work work = run(
                hooks(
                        Map.of(
                                "bash_run",
                                new ToolHook(List.of("echo no"), List.of(AgentType.CAPTAIN, AgentType.REVIEW))),
                        Map.of("bash_run", new ToolHook(List.of("echo yes"), List.of(AgentType.BUILD)))),
                build -> build.run("true"));

        assertThat(work.commands()).extracting(CommandRun::command).containsExactly("true", "echo yes");
    }

    @Test
    void areReadOnlySoFar() {
        assertThat(printed(null, 10)).isEqualTo("[... 2 characters left out ...]3456789abc");
        assertThat(printed(TruncateStrategy.HEAD, 10)).isEqualTo("123456789a[... 2 characters left out ...]");
        assertThat(printed(TruncateStrategy.MIDDLE, 5)).isEqualTo("123[... 7 characters left out ...]bc");
        assertThat(printed(TruncateStrategy.TAIL, 12)).isEqualTo("123456789abc");
    }

    private static String printed(@Nullable TruncateStrategy strategy, long most) {
        ToolHooks hooks = new ToolHooks(
                new TreeMap<>(Map.of("read", ToolHook.of(List.of("printf 123456789abc")))),
                new TreeMap<>(),
                new HookContext(most, strategy));
        return ending(run(hooks, build -> build.read("README.md")).commands().get(0))
                .stdout();
    }

    @Test
    void ofLegacySettingsRunUntilASetupTakesTheirPlace() {
        Fixture fixture = Fixture.empty()
                .repository(
                        "acme/app",
                        repository -> repository
                                .file("README.md", "# App\n")
                                .file(
                                        ".capy/settings.json",
                                        "{\"hooks\": {\"tools\": {\"pre\": {\"read\": [\"echo legacy\"]}}}}"))
                .organization(
                        "org_demo",
                        organization -> organization
                                .user("user_owner", user -> user.token("capy_demo"))
                                .project(
                                        "proj_demo",
                                        project -> project.taskCode("DEMO").repo("acme/app")))
                .script(Script.build("scripted", When.ALWAYS, build -> build.read("README.md")));
        CapyWorld world = Story.world(fixture);

        assertThat(Work.inBacklog(world).done().commands())
                .extracting(CommandRun::command)
                .containsExactly("echo legacy");

        world.as("capy_demo")
                .saveSetup("proj_demo", setup -> setup.withRepositories(RepositorySetup.of("acme/app", "main")), true);
        assertThat(Work.inBacklog(world).done().commands()).isEmpty();
    }

    @Test
    void commandsOfTheSetupRunOnlyWhenTheyAreCalled() {
        UnaryOperator<Setup> setup = before ->
                before.withRepositories(RepositorySetup.of("acme/app", "main").withCommand("lint", "pwd; echo linted"));
        CapyWorld world = world(build -> build.runCommand("lint").runCommand("lint", "acme/app"));
        world.as("capy_demo").saveSetup("proj_demo", setup, false);

        assertThat(Work.inBacklog(world).done().commands())
                .extracting(CommandRun::cause, run -> ending(run).stdout())
                .containsOnly(tuple(Cause.SETUP_COMMAND, "/home/app\nlinted\n"))
                .hasSize(2);
        CapyWorld silent = world(build -> build.run("true"));
        silent.as("capy_demo").saveSetup("proj_demo", setup, false);
        assertThat(Work.inBacklog(silent).done().commands())
                .extracting(CommandRun::command)
                .containsExactly("true");
    }

    @Test
    void aCommandThatTheSetupDoesNotHaveFailsAndTellsWhichItHas() {
        CapyWorld world = world(build -> build.runCommand("lint", "acme/other"));
        world.as("capy_demo")
                .saveSetup(
                        "proj_demo",
                        setup -> setup.withRepositories(
                                RepositorySetup.of("acme/app", "main").withCommand("test", "true")),
                        false);

        assertThat(Work.inBacklog(world).done().run().failure())
                .isEqualTo("the Setup has no command lint of acme/other; it has test (acme/app)");
        assertThat(Work.inBacklog(world(build -> build.runCommand("lint")))
                        .done()
                        .run()
                        .failure())
                .isEqualTo("the Setup has no command lint; it has none");
    }

    @Test
    void aCommandOfARepositoryThatIsNotCheckedOutIsNotThere() {
        CapyWorld world = Story.world(Fixture.empty()
                .repository("acme/app", repository -> repository.file("README.md", "# App\n"))
                .repository("acme/lib", repository -> repository.file("README.md", "# Library\n"))
                .organization(
                        "org_demo",
                        organization -> organization
                                .user("user_owner", user -> user.token("capy_demo"))
                                .project(
                                        "proj_demo",
                                        project -> project.taskCode("DEMO")
                                                .repo("acme/app")
                                                .repo("acme/lib")))
                .script(Script.build("scripted", When.ALWAYS, build -> build.runCommand("lint"))));
        world.as("capy_demo")
                .saveSetup(
                        "proj_demo",
                        setup -> setup.withRepositories(
                                RepositorySetup.of("acme/lib", "main").withCommand("lint", "true")),
                        false);

        assertThat(Work.inBacklog(world).done().run().failure())
                .isEqualTo("the Setup has no command lint; it has none");
    }

    private static CommandRun.Ending ending(CommandRun run) {
        return Objects.requireNonNull(run.ending());
    }

    private static ToolHooks hooks(Map<String, ToolHook> pre, Map<String, ToolHook> post) {
        return new ToolHooks(new TreeMap<>(pre), new TreeMap<>(post), HookContext.DEFAULT);
    }

    private static Work run(ToolHooks hooks, UnaryOperator<BuildSteps> steps) {
        CapyWorld world = world(steps);
        world.as("capy_demo").saveSetup("proj_demo", setup -> setup.withHooks(hooks), false);
        return Work.inBacklog(world).done();
    }

    private static CapyWorld world(UnaryOperator<BuildSteps> steps) {
        return Story.world(Fixture.demo().script(Script.build("scripted", When.ALWAYS, steps)));
    }
}
