package dev.capy.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.RunState;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpendCapTest {

    private static final Fixture SPENDING = Fixture.demo()
            .script(Script.captain(
                    "spender",
                    When.ALWAYS,
                    captain -> captain.think().spend(1_000_000, 0).think().say("Spent.")));

    @Test
    void isNotThereUnlessSomebodySaysSo() {
        Story story = Story.of(SPENDING, "Spend.").untilIdle();

        assertThat(story.said().get(0)).isEqualTo("Spent.");
        assertThat(spent(story)).isGreaterThan(new BigDecimal("5"));
    }

    @Test
    void stopsACaptainBeforeItsNextTurn() {
        Story story = Story.of(SPENDING, "Spend.");
        cap(story, "5.00");

        story.untilIdle();

        assertThat(story.state()).isEqualTo(RunState.READY);
        assertThat(story.said().get(0))
                .isEqualTo("I had to stop: The organization has reached its spend cap of $5.00 for 2026-01: "
                        + "raise the cap, or wait for the next month");
    }

    @Test
    void stopsABuildAgentBeforeItsNextTurn() {
        Fixture fixture = Fixture.demo()
                .script(Script.build(
                        "spender",
                        When.ALWAYS,
                        build -> build.spend(1_000_000, 0).run("true").think()));
        Story story = Story.of(fixture, "Spend.");
        cap(story, "5.00");

        story.untilIdle();

        assertThat(story.task().status()).isEqualTo(TaskStatus.ERROR);
        assertThat(story.run().failure()).startsWith("The organization has reached its spend cap of $5.00");
    }

    @Test
    void leavesNoTaskBehindThatACaptainMayNotStart() {
        Fixture fixture = Fixture.demo()
                .script(Script.captain(
                        "spender",
                        When.ALWAYS,
                        captain -> captain.waitForTimer(Duration.ofMinutes(1)).delegate("A", "B")));
        Story story = Story.of(fixture, "Spend.");
        cap(story, "0");

        story.untilIdle();

        assertThat(story.said().get(0)).startsWith("I had to stop: The organization has reached its spend cap");
        assertThat(story.tasks()).isEmpty();
    }

    @Test
    void refusesWhateverWouldCostMore() {
        Story story = Story.of(SPENDING, "Spend.");
        cap(story, "5.00");
        story.untilIdle();
        String before = story.world().digest();

        assertThatThrownBy(() -> story.beside("More.")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> story.owner().send(story.id(), "More.")).isInstanceOf(Invalid.class);
        assertThat(story.world().digest()).isEqualTo(before);
    }

    @Test
    void isTheOrganizationsOwn() {
        Story story = Story.of(SPENDING, "Spend.");
        cap(story, "0");

        assertThat(story.world()
                        .as("capy_demo_outsider")
                        .startThread("proj_other", "Hello.")
                        .runState())
                .isEqualTo(RunState.RUNNING);
    }

    @Test
    void letsThingsGoOnWhenItIsRaised() {
        Story story = Story.of(SPENDING, "Spend.");
        cap(story, "5.00");
        story.untilIdle();

        cap(story, "500.00");
        assertThat(story.beside("More.").untilIdle().said().get(0)).isEqualTo("Spent.");

        cap(story, "6.00");
        assertThatThrownBy(() -> story.beside("More.")).isInstanceOf(Invalid.class);
        cap(story, null);
        assertThat(story.beside("More.").state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void beginsAnewInTheNextMonth() {
        Story story = Story.of(SPENDING, "Spend.");
        cap(story, "5.00");
        story.untilIdle().advance(Duration.ofDays(31));

        assertThat(spent(story)).isZero();
        assertThat(story.beside("More.").state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void canBePartOfTheFixture() {
        Fixture fixture = Fixture.empty()
                .organization(
                        "org",
                        organization -> organization
                                .spendCap("0")
                                .user("user", user -> user.token("me"))
                                .project("proj", project -> project.taskCode("P")));
        CapyWorld world = CapyWorld.builder().fixture(fixture).build();

        assertThatThrownBy(() -> world.as("me").startThread("proj", "More."))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("spend cap of $0");
    }

    @Test
    void mustNotBeNegative() {
        Story story = Story.of(SPENDING, "Spend.");

        assertThatThrownBy(() -> cap(story, "-1"))
                .isInstanceOf(Invalid.class)
                .hasMessage("must be 0 or more dollars, was -1");
        assertThatThrownBy(() -> Fixture.empty().organization("org", organization -> organization.spendCap("-1")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("$.organizations[0].spendCap");
    }

    private static void cap(Story story, @Nullable String dollars) {
        story.world().write(tx -> {
            story.world().usage().cap(tx, "org_demo", dollars == null ? null : new BigDecimal(dollars));
            return true;
        });
    }

    private static BigDecimal spent(Story story) {
        return story.world().read(view -> story.world().usage().spent(view, "org_demo"));
    }
}
