package dev.capy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.source.Conclusion;
import dev.capy.core.source.MergeMethod;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.RunState;
import org.junit.jupiter.api.Test;

class ScriptedAgentsTest {

    // README
    @Test
    void aCaptainWaitsForCiBeforeItAsksForTheMerge() {
        Script login = Script.captain(
                "login",
                When.prompt("login"),
                captain -> captain.delegate(
                                "Add a login page",
                                "Add it.",
                                build -> build.create("src/login.js", "export const login = () => 200;\n")
                                        .commit("Add the login page")
                                        .openPullRequest())
                        .waitForTasks()
                        .waitFor(Awaited.CI)
                        .say("CI is green: please merge."));
        CapyWorld world =
                CapyWorld.builder().fixture(Fixture.demo().script(login)).build();
        Member owner = world.as("capy_demo");
        CaptainThread thread = owner.startThread("proj_demo", "We need a login page.");

        world.clock().runUntilIdle();
        assertThat(owner.thread(thread.id()).run().waitingOn()).containsExactly("ci");

        world.surroundings().check("acme/app", owner.task("DEMO-1").branch(), "build", Conclusion.SUCCESS);
        world.clock().runUntilIdle();
        assertThat(owner.thread(thread.id()).runState()).isEqualTo(RunState.READY);

        world.surroundings().merge("acme/app", 1, MergeMethod.SQUASH);
        assertThat(owner.task("DEMO-1").status()).isEqualTo(TaskStatus.COMPLETED);
    }
    // README
}
