package dev.capy.core.capx.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.Firm;
import dev.capy.core.capx.activity.LogLine;
import dev.capy.core.capx.company.CompanyStatus;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What agents do from heartbeat to heartbeat. */
class WorkTest {

    @Test
    void anAgentDoesATaskAtOnceAndSpendsWhatItTakes() {
        Firm firm = Firm.create().started();
        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);

        Task task = firm.create("Write a plan");
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
        firm.untilIdle();

        Task done = firm.task(task.id());
        assertThat(done.status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(done.outcome().result()).isEqualTo("Done: Write a plan");
        assertThat(done.outcome().cost()).isEqualTo(2 + 5);
        assertThat(firm.strategist().spent().total()).isEqualTo(2 + 5);
        assertThat(firm.company().spent().total()).isEqualTo(2 + 2 + 5);
        assertThat(firm.balance()).isEqualTo(100_000 - 9);
        assertThat(firm.costs()).isEqualTo(9);
        assertThat(firm.events())
                .containsSubsequence("task.created", "heartbeat.fired", "task.started", "cost.spent", "task.completed");
    }

    @Test
    void anEmptyHeartbeatIsFreeAndHoldsNobodyUp() {
        Firm firm = Firm.create().untilIdle();
        int before = firm.activity().size();

        firm.advance(Duration.ofMinutes(61));

        assertThat(firm.strategist().lastHeartbeat()).isBetween("2026-01-01T01:00:00Z", "2026-01-01T01:01:10Z");
        assertThat(firm.activity()).hasSize(before);
        assertThat(firm.balance()).isEqualTo(100_000);
    }

    @Test
    void theMostUrgentTaskIsDoneFirst() {
        Firm firm = Firm.create();
        firm.create(NewTask.of("low").priority(Priority.LOW));
        firm.create("first of two");
        firm.create("second of two");
        firm.create(NewTask.of("urgent").priority(Priority.CRITICAL));

        firm.untilIdle();

        assertThat(logged(firm))
                .filteredOn(line -> line.startsWith("Started"))
                .containsExactly(
                        "Started task: urgent",
                        "Started task: first of two",
                        "Started task: second of two",
                        "Started task: low");
    }

    @Test
    void aScriptSaysWhatAnAgentDoes() {
        Script script = Script.company(
                "launch",
                When.prompt("launch").tagged("strategist"),
                agent -> agent.think(Duration.ofMinutes(3))
                        .use("web_search")
                        .spend(11)
                        .say("{{role}} launched: {{description}}"));
        Firm firm = Firm.create(Firm.EMPTY.script(script), company()).started();

        Task task = firm.create(NewTask.of("launch it").description("the page"));
        firm.untilIdle();

        Task done = firm.task(task.id());
        assertThat(done.outcome().result()).isEqualTo("strategist launched: the page");
        assertThat(done.outcome().cost()).isEqualTo(2 + 5 + 3 + 11);
        assertThat(done.work().script()).isEqualTo("launch");
        assertThat(Duration.between(done.times().created(), done.times().ended()))
                .isBetween(
                        Duration.ofMinutes(3).plusSeconds(4),
                        Duration.ofMinutes(3).plusSeconds(6));
    }

    @Test
    void aTaskFailsAsTheScriptSays() {
        Script script = Script.company("no", When.ALWAYS, agent -> agent.fail("I cannot {{title}}"));
        Firm firm = Firm.create(Firm.EMPTY.script(script), company());

        Task task = firm.create("fly");
        firm.untilIdle();

        assertThat(firm.task(task.id()))
                .returns(TaskStatus.FAILED, Task::status)
                .returns("I cannot fly", failed -> failed.outcome().error());
        assertThat(firm.events()).contains("task.failed");
    }

    private static NewCompany company() {
        return NewCompany.of("acme", NewAgent.of("strategist"));
    }

    private static List<String> logged(Firm firm) {
        String id = firm.strategist().id();
        return firm.world().read(view -> firm.capx().logs().after(view, id, 0)).stream()
                .map(LogLine::message)
                .toList();
    }
}
