package dev.capy.core.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.project.ProjectRepo;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskStatus;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.Participant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunTest {

    private final AutomationWorld lab = new AutomationWorld();

    private Automation planned(AgentPlan plan) {
        return lab.create(AutomationWorld.config().withPlan(plan));
    }

    private static String jamOf(RunResult result) {
        assertThat(result.status()).isEqualTo(RunStatus.RUNNING);
        return Objects.requireNonNull(result.jamId());
    }

    @Test
    void actsForItsCreator() {
        Automation automation = lab.create(lab.member, AutomationWorld.PROJECT, AutomationWorld.config());

        CaptainThread thread = lab.thread(jamOf(lab.runNow(automation)));

        assertThat(thread.authorId()).isEqualTo(lab.member.id());
        assertThat(thread.participants()).extracting(Participant::userId).containsExactly(lab.member.id());
        assertThat(lab.prompt(thread.id())).isEqualTo("Look for flaky tests.");
    }

    @Test
    void isNotRunTwiceAtATime() {
        Automation automation = lab.create(AutomationWorld.config());
        lab.runNow(automation);

        RunResult second = lab.runNow(automation);

        assertThat(second).isEqualTo(new RunResult(automation.id(), RunStatus.SKIPPED, null, null));
        lab.world.clock().runUntilIdle();
        assertThat(lab.runNow(automation).status()).isEqualTo(RunStatus.RUNNING);
        assertThat(lab.now(automation).runs().count()).isEqualTo(2);
    }

    @Test
    void isSkippedWhileDisabled() {
        Automation automation = lab.create(AutomationWorld.config().withEnabled(false));

        assertThat(lab.runNow(automation).status()).isEqualTo(RunStatus.SKIPPED);
        assertThat(lab.now(automation).runs()).isEqualTo(Automation.Runs.NONE);
    }

    @Test
    void usesItsModels() {
        Automation automation = planned(AgentPlan.DEFAULT.withModel("gpt-5.5").withBuildModel("claude-sonnet-4-6"));

        CaptainThread thread = lab.thread(jamOf(lab.runNow(automation)));

        assertThat(thread.captain().model()).isEqualTo("gpt-5.5");
        assertThat(thread.build().model()).isEqualTo("claude-sonnet-4-6");
    }

    @Test
    void startsFromTheBranchThatIsNamedMostClosely() {
        AgentPlan plan =
                AgentPlan.DEFAULT.withBaseBranch("nowhere").withRepoBranches(new TreeMap<>(Map.of("acme/app", "main")));

        CaptainThread thread = lab.thread(jamOf(lab.runNow(planned(plan))));

        assertThat(thread.repos()).containsExactly(new ProjectRepo("acme/app", "main"));
    }

    @Test
    void failsWhereABranchDoesNotExist() {
        Automation automation = planned(AgentPlan.DEFAULT.withBaseBranch("nowhere"));

        RunResult result = lab.runNow(automation);

        assertThat(result.status()).isEqualTo(RunStatus.FAILED);
        assertThat(result.jamId()).isNull();
        assertThat(lab.runs(automation)).singleElement().satisfies(run -> {
            assertThat(run.id()).isEqualTo(result.runId());
            assertThat(run.failure()).isEqualTo("acme/app has no branch nowhere");
        });
        assertThat(lab.now(automation).runs().count()).isEqualTo(1);
    }

    @Test
    void failsWhereAModelDoesNotExist() {
        assertThat(lab.runNow(planned(AgentPlan.DEFAULT.withModel("abacus"))).status())
                .isEqualTo(RunStatus.FAILED);
    }

    @Test
    void canBeATaskForABuildAgent() {
        Automation automation = planned(AgentPlan.DEFAULT.withType(AgentType.BUILD));

        RunResult result = lab.runNow(automation);

        AutomationRun run = lab.runs(automation).get(0);
        Task task = task(run);
        assertThat(task.jamId()).isEqualTo(result.jamId());
        assertThat(task.prompt()).isEqualTo("Look for flaky tests.");
        assertThat(task.threadId()).isNull();
        assertThat(lab.runNow(automation).status()).isEqualTo(RunStatus.SKIPPED);
        lab.world.clock().runUntilIdle();
        assertThat(task(run).status()).isEqualTo(TaskStatus.NEEDS_REVIEW);
    }

    @Test
    void isAThreadWhereABuildAgentWouldHaveNothingToBuild() {
        Automation automation = lab.create(
                lab.owner,
                "proj_empty",
                AutomationWorld.config().withPlan(AgentPlan.DEFAULT.withType(AgentType.BUILD)));

        assertThat(lab.thread(jamOf(lab.runNow(automation))).projectId()).isEqualTo("proj_empty");
    }

    @Test
    void quotesNothingWhereThereIsNoPayload() {
        Automation automation =
                lab.create(AutomationWorld.config().withPrompt("[{{payload}}] at {{trigger.timestamp}} {{other}}"));

        assertThat(lab.prompt(jamOf(lab.runNow(automation)))).isEqualTo("[] at 2026-01-01T00:00:00.000Z {{other}}");
    }

    @Test
    void failsWhereNothingIsLeftOfThePrompt() {
        Automation automation = lab.create(AutomationWorld.config().withPrompt(" {{payload}} "));

        assertThat(lab.runNow(automation).status()).isEqualTo(RunStatus.FAILED);
        assertThat(List.copyOf(lab.runs(automation))).hasSize(1);
    }

    private Task task(AutomationRun run) {
        return lab.world.read(view -> lab.world.tasks().task(view, Objects.requireNonNull(run.taskId())));
    }
}
