package dev.capy.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capy.core.files.Content;
import dev.capy.core.script.CaptainStep.Awaited;
import dev.capy.core.script.CaptainStep.Obstacle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final Duration BEFORE = Duration.ofSeconds(-1);

    @Test
    void areAddedOneAfterTheOther() {
        assertThat(CaptainSteps.NONE
                        .say("a")
                        .waitFor(Awaited.CI)
                        .block(Obstacle.AUTH)
                        .steps())
                .containsExactly(
                        new CaptainStep.Say("a"),
                        new CaptainStep.WaitFor(Awaited.CI),
                        new CaptainStep.Block(Obstacle.AUTH));
    }

    @Test
    void leaveTheStepsThatTheyWereAddedToAlone() {
        BuildSteps before = BuildSteps.NONE.say("a");
        before.say("b");

        assertThat(before.steps()).containsExactly(new BuildStep.Say("a"));
    }

    @Test
    void nameTheToolThatTheyStandFor() {
        assertThat(BuildSteps.NONE
                        .run("ls")
                        .runCommand("lint")
                        .read("a")
                        .append("a", "b")
                        .create("c", "d")
                        .create("e", Content.EMPTY, true)
                        .write("f", "g")
                        .delete("a")
                        .rename("f", "h")
                        .commit("i")
                        .openPullRequest()
                        .steps())
                .extracting(step -> step.tool().orElseThrow())
                .containsExactly(
                        "bash_run",
                        "bash_run",
                        "read",
                        "edit",
                        "write",
                        "write",
                        "write",
                        "bash_run",
                        "bash_run",
                        "bash_run",
                        "create_pr");
        assertThat(BuildSteps.NONE
                        .say("a")
                        .think()
                        .spend(1, 2)
                        .fail("b")
                        .crashVm()
                        .steps())
                .allMatch(step -> step.tool().isEmpty());
    }

    @Test
    void refuseWhatMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> CaptainSteps.NONE.think(BEFORE));
        assertThatIllegalArgumentException().isThrownBy(() -> CaptainSteps.NONE.waitForTimer(BEFORE));
        assertThatIllegalArgumentException().isThrownBy(() -> CaptainSteps.NONE.spend(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> BuildSteps.NONE.think(BEFORE));
        assertThatIllegalArgumentException().isThrownBy(() -> BuildSteps.NONE.edit("a", "", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> BuildSteps.NONE.spend(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> ReviewSteps.NONE.think(BEFORE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReviewSteps.NONE.finding(FindingType.BUG, Severity.LOW, "a", 0, "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> When.ALWAYS.nth(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> When.promptMatching("("))
                .withMessageContaining("regex must be a regular expression");
    }
}
