package dev.capy.core.thread;

import static dev.capy.core.script.CaptainSteps.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.CaptainSteps;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CaptainScriptTest {

    @Test
    void saysWhatItIsToldToSay() {
        Story story = scripted(
                        captain -> captain.say("On it: {{title}}").think().say("{{prompt}} Done."))
                .untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said())
                .containsExactly("Add a page. With style. Done.", "On it: Add a page", "Add a page. With style.");
    }

    @Test
    void remembersWhichScriptItFollows() {
        Story story = scripted(CaptainSteps::think);

        assertThat(Objects.requireNonNull(story.thread().run().program()).script())
                .isEqualTo("scripted");
    }

    @Test
    void thinksExactlyAsLongAsItIsTold() {
        Story story = scripted(captain -> captain.think(Duration.ofSeconds(7)).say("Thought."));

        story.advance(Duration.ofMillis(6_999));
        assertThat(story.said()).hasSize(1);

        story.advance(Duration.ofMillis(1));
        assertThat(story.said()).hasSize(2);
    }

    @Test
    void delegatesSeveralTasksAtTheSameTime() {
        Story story = scripted(captain -> captain.delegate(
                        task(
                                "Front",
                                "Paint it.",
                                build -> build.create("front.txt", "x\n").commit("Front")),
                        task(
                                "Back",
                                "Wire it.",
                                build -> build.create("back.txt", "x\n").commit("Back")))
                .waitForTasks()
                .say("{{results}}"));
        assertThat(story.state()).isEqualTo(RunState.WAITING);
        assertThat(story.tasks()).extracting(Task::status).containsOnly(TaskStatus.IN_PROGRESS);

        story.untilIdle();

        assertThat(story.tasks()).extracting(Task::title).containsExactly("Front", "Back");
        assertThat(story.tasks()).extracting(Task::status).containsOnly(TaskStatus.NEEDS_REVIEW);
        assertThat(story.said().get(0))
                .contains("DEMO-1 is ready for review: 1 file, +1 -0", "DEMO-2 is ready for review: 1 file, +1 -0");
    }

    @Test
    void canGoOnWhileItsTasksAreUnderWay() {
        Story story = scripted(captain -> captain.delegate("Front", "Paint it.")
                .say("They are busy.")
                .think()
                .waitForTasks());

        assertThat(story.said().get(0)).isEqualTo("They are busy.");
        assertThat(story.state()).isEqualTo(RunState.RUNNING);
        assertThat(story.untilIdle().state()).isEqualTo(RunState.READY);
    }

    @Test
    void cannotDelegateWithoutRepositories() {
        Fixture fixture = Fixture.demo()
                .script(Script.captain(
                        "scripted",
                        When.ALWAYS,
                        captain -> captain.delegate("A", "B").say("Never.")));

        Story story = Story.in(Story.world(fixture), NewThread.of("proj_empty", "Add a page."))
                .untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0))
                .isEqualTo("I had to stop: a task cannot be delegated, for the project has no repositories");
        assertThat(story.captainVm()).isEmpty();
    }

    @Test
    void failsAsItIsTold() {
        Story story = scripted(captain ->
                captain.delegate("A", "B").fail("I give up on {{title}}.").say("Never."));

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0)).isEqualTo("I give up on Add a page.");
        assertThat(story.task().status()).isEqualTo(TaskStatus.BACKLOG);
        assertThat(story.untilIdle().captainVm()).isEmpty();
    }

    @Test
    void archivesItsOwnThread() {
        Story story = scripted(captain -> captain.say("Bye.").archive().say("Never."));

        assertThat(story.state()).isEqualTo(RunState.ARCHIVED);
        assertThat(story.said().get(0)).isEqualTo("Bye.");
    }

    @Test
    void spendsTokensBeyondThoseOfItsTurns() {
        Story frugal = scripted(captain -> captain.spend(0, 0)).untilIdle();
        Story lavish = scripted(captain -> captain.spend(1_000_000, 0)).untilIdle();

        assertThat(llmDollars(frugal)).isEqualTo("0.000000");
        assertThat(llmDollars(lavish)).isEqualTo("5.000000");
    }

    @Test
    void readsWhatItWasAskedMeanwhileWhenItIsDone() {
        Story story = scripted(captain -> captain.think().say("First."));
        story.owner().send(story.id(), "And then rest.");

        story.untilIdle();

        assertThat(story.said()).filteredOn("First."::equals).hasSize(2);
    }

    private static String llmDollars(Story story) {
        return story.world()
                .read(view -> story.world().usage().of(view, story.id()))
                .llmDollars()
                .toPlainString();
    }

    private static Story scripted(UnaryOperator<CaptainSteps> steps) {
        return Story.of(
                Fixture.demo().script(Script.captain("scripted", When.ALWAYS, steps)), "Add a page. With style.");
    }
}
