package dev.capy.core.capx.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.capy.core.capx.Firm;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.company.AgentConfig;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookTest {

    private static final String TWO_STEPS = """
            {"name": "digest", "inputs": {"topic": {"type": "string", "required": true}, "count": {"type": "integer", "default": 3}},
             "steps": [
               {"id": "search", "role": "strategist", "tool": "web_search", "with": {"query": "${inputs.topic} ${inputs.count}"}},
               {"id": "write", "agent": "strategist", "tool": "generate_copy", "with": {"from": "${steps.search.output}"}}]}
            """;

    private final Firm firm = Firm.create().started();

    @Test
    void itsStepsAreTasksOneAfterTheOther() {
        Playbook playbook = create("digest", TWO_STEPS);

        Run run = run(playbook, Map.of("topic", Json.of("trees")));
        firm.untilIdle();

        Run done = run(run);
        assertThat(status(done)).isEqualTo(RunStatus.COMPLETED);
        assertThat(done.inputs()).containsEntry("count", new Json("3"));
        assertThat(done.steps())
                .extracting(Run.StepRun::stepId, Run.StepRun::status, Run.StepRun::cost)
                .containsExactly(tuple("search", "completed", 5L), tuple("write", "completed", 5L));
        assertThat(done.outcome().cost()).isEqualTo(10);
        assertThat(firm.tasks().get(1).said().description()).isEqualTo("web_search {\"query\":\"trees 3\"}");
        assertThat(firm.tasks().get(0).said().description()).contains("web_search is done: digest: search");
        assertThat(firm.events())
                .containsSubsequence(
                        "playbook.started",
                        "step.started",
                        "step.completed",
                        "step.started",
                        "step.completed",
                        "playbook.completed");
    }

    @Test
    void makingOneCostsCreditsAndRunsAreAttributedToIt() {
        Playbook playbook = create("digest", TWO_STEPS);
        assertThat(firm.balance()).isEqualTo(100_000 - 3);

        run(playbook, Map.of("topic", Json.of("trees")));
        firm.untilIdle();

        assertThat(firm.activity().stream()
                        .filter(what -> playbook.id().equals(what.purpose().playbookId()))
                        .mapToLong(Happening::cost)
                        .sum())
                .as("the tools; heartbeats are nobody's")
                .isEqualTo(6);
    }

    @Test
    void refusesInputsThatDoNotFitAndTellsOfAll() {
        Playbook playbook = create("digest", TWO_STEPS);

        Invalid refusal = catchThrowableOfType(
                Invalid.class, () -> run(playbook, Map.of("count", Json.of(1.5), "what", Json.of(true))));

        assertThat(refusal.violations())
                .containsExactly(
                        new Violation("$.inputs.count", "must be of the type integer, was 1.5"),
                        new Violation("$.inputs.topic", "is missing"),
                        new Violation("$.inputs.what", "is no input of the playbook; it has count, topic"));
    }

    @Test
    void aGatedStepWaitsForApprovalAndARejectionFailsTheRun() {
        String gated = """
                {"steps": [{"id": "post", "tool": "publish", "approval": "required"}]}""";
        Playbook playbook = create("post", gated);
        Run first = run(playbook, Map.of());
        firm.untilIdle();
        assertThat(status(run(first))).isEqualTo(RunStatus.WAITING_APPROVAL);

        firm.world().write(tx -> firm.capx().tasks().decisions().approve(tx, firm.approval(), null));
        firm.untilIdle();
        assertThat(status(run(first))).isEqualTo(RunStatus.COMPLETED);

        Run second = run(playbook, Map.of());
        firm.world().write(tx -> firm.capx().tasks().decisions().reject(tx, firm.approval(), "not now"));
        firm.untilIdle();
        assertThat(run(second).outcome())
                .isEqualTo(new Run.Outcome(RunStatus.FAILED, "post: it was rejected: not now", 0));
    }

    @Test
    void runsByItselfOnItsSchedule() {
        Playbook playbook = create("daily", """
                {"trigger": {"schedule": "0 9 * * *"}, "steps": [{"role": "strategist", "action": "report"}]}""");

        firm.advance(Duration.ofDays(3));
        firm.untilIdle();

        assertThat(runs(playbook)).hasSize(3).extracting(Run::trigger).containsOnly(Trigger.Type.SCHEDULE);
        assertThat(runs(playbook)).extracting(Run::startedAt).contains(Instant.parse("2026-01-03T09:00:00Z"));
    }

    @Test
    void doesAStepAgainThatIsNotGoodEnoughAndGivesUpInTheEnd() {
        Playbook playbook = create("perfect", """
                {"steps": [{"id": "draft", "tool": "write", "rubric": {"style": 1}}]}""");

        Run run = run(playbook, Map.of());
        firm.untilIdle();

        assertThat(run(run).steps()).hasSize(3).extracting(Run.StepRun::status).containsOnly("failed");
        assertThat(run(run).outcome().error()).startsWith("draft: its score 0.").endsWith(" is too low");
        assertThat(firm.costs()).isEqualTo(3 + 3 * (2 + 3 + 1));
    }

    @Test
    void goesBackWhileAScoreIsLow() {
        Playbook playbook = create("loop", """
                {"steps": [
                  {"id": "draft", "tool": "write", "rubric": {"style": 0.5}},
                  {"if": "steps.draft.score < 1", "goto": "draft", "max_retries": 2},
                  {"id": "send", "tool": "send_email"}]}""");

        Run run = run(playbook, Map.of());
        firm.untilIdle();

        assertThat(run(run).steps())
                .extracting(Run.StepRun::stepId)
                .containsExactly("draft", "step-2", "draft", "step-2", "draft", "send");
        assertThat(status(run(run))).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void failsWithoutAnAgentInTheRoleAndWhereAToolIsNotAllowed() {
        Firm strict = Firm.create(
                        Firm.EMPTY,
                        NewCompany.of(
                                "acme", NewAgent.of("strategist").config(AgentConfig.DEFAULT.tools(List.of("read")))))
                .started();

        assertThat(failure(strict, "{\"steps\": [{\"role\": \"pilot\", \"tool\": \"read\"}]}"))
                .isEqualTo("step-1: the company has no agent in the role pilot");
        assertThat(failure(strict, "{\"steps\": [{\"tool\": \"write\"}]}"))
                .isEqualTo("step-1: The agent allows read alone, not write");
    }

    private static String failure(Firm firm, String text) {
        Playbook playbook = firm.withCompany(
                (tx, company) -> firm.capx().playbooks().create(tx, company, NewPlaybook.of(text, text)));
        Run run = firm.withCompany((tx, company) -> firm.capx().playbooks().run(tx, company, playbook, Map.of()));
        firm.untilIdle();
        return String.valueOf(firm.world()
                .read(view -> firm.capx().playbooks().run(view, playbook, run.id()))
                .outcome()
                .error());
    }

    @Test
    void cannotPassByAKillSwitch() {
        Firm killable = Firm.create(company -> company.governance(limits -> limits.killSwitch(true)))
                .started();
        Playbook playbook = killable.withCompany(
                (tx, company) -> killable.capx().playbooks().create(tx, company, NewPlaybook.of("digest", TWO_STEPS)));
        killable.withCompany((tx, company) -> killable.capx().companies().kill(tx, company, true));

        assertThatThrownBy(() -> killable.withCompany(
                        (tx, company) -> killable.capx().playbooks().run(tx, company, playbook, Map.of())))
                .isInstanceOfSatisfying(
                        GovernanceBlocked.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("kill_switch"));
    }

    @Test
    void refusesASecondOneOfItsName() {
        create("digest", TWO_STEPS);

        assertThatThrownBy(() -> create("digest", TWO_STEPS)).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                              | $.yaml       | must be an object, was []",
                "{{                                              | $.yaml       | not JSON: line 1, column 2",
                "{}                                              | $.yaml.steps | must be a list of steps",
                "{\"steps\": []}                                 | $.yaml.steps | must have at least one step",
                "{\"steps\": [{}]}                               | $.yaml.steps[0] | must have a tool or an action",
                "{\"steps\": [{\"if\": \"x\", \"goto\": \"a\"}]} | $.yaml.steps[0].if | must look like"
                        + " steps.draft.score < 0.8, was 'x'",
                "{\"schedule\": \"daily\", \"steps\": [{\"tool\": \"a\"}]} | $.yaml.trigger.schedule | must be a cron"
                        + " expression of the five fields minute, hour, day of month, month and day of week, such as"
                        + " 0 9 * * 1-5; was 'daily'",
                "{\"inputs\": {\"a\": {\"type\": \"date\"}}, \"steps\": [{\"tool\": \"a\"}]} | $.yaml.inputs.a.type |"
                        + " must be one of string, number, integer, boolean, array, object; was 'date'",
                "{\"steps\": [{\"id\": \"a\", \"tool\": \"a\", \"rubric\": {\"style\": 2}}]} |"
                        + " $.yaml.steps[0].rubric.style | must be from 0 to 1, was 2",
                "{\"steps\": [{\"id\": \"a\", \"tool\": \"a\"}, {\"id\": \"a\", \"tool\": \"b\"}]} | $.yaml.steps |"
                        + " there is another step 'a'",
            })
    void refusesADefinitionThatMakesNoSense(String text, String path, String what) {
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> create("bad", text));

        assertThat(refusal.violations()).contains(new Violation(path, what));
        assertThat(firm.balance()).isEqualTo(100_000);
    }

    private Playbook create(String name, String text) {
        return firm.withCompany(
                (tx, company) -> firm.capx().playbooks().create(tx, company, NewPlaybook.of(name, text)));
    }

    private Run run(Playbook playbook, Map<String, Json> inputs) {
        return firm.withCompany((tx, company) -> firm.capx().playbooks().run(tx, company, playbook, inputs));
    }

    private Run run(Run begun) {
        return firm.world().read(view -> {
            Playbook playbook = firm.capx().playbooks().visible(view, firm.key(), begun.playbookId());
            return firm.capx().playbooks().run(view, playbook, begun.id());
        });
    }

    private RunStatus status(Run run) {
        return firm.world().read(view -> firm.capx().playbooks().status(view, run));
    }

    private List<Run> runs(Playbook playbook) {
        return firm.world()
                .read(view -> firm.capx()
                        .playbooks()
                        .runs(view, playbook.id())
                        .oldestFirst()
                        .toList());
    }
}
