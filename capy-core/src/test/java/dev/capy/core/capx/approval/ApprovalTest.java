package dev.capy.core.capx.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.capx.Firm;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.governance.GovernanceMode;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.TaskStatus;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalTest {

    private static final NewCompany ACME = NewCompany.of("acme", NewAgent.of("strategist"));

    @Test
    void aPersonApprovesEveryTaskOfACompanyWithHumansInTheLoop() {
        Firm firm = humanInLoop();
        Task task = firm.create("Write a plan");
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING_APPROVAL);
        firm.advance(Duration.ofHours(1));
        assertThat(firm.strategist().spent().total()).isZero();

        assertThat(approve(firm).status()).isEqualTo(TaskStatus.PENDING);
        firm.untilIdle();

        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(firm.approval().status()).isEqualTo(ApprovalStatus.APPROVED);
    }

    @Test
    void aRejectedTaskIsOverAndKeepsTheFeedback() {
        Firm firm = humanInLoop();
        firm.create("Write a plan");

        Task rejected = reject(firm, "Too vague.");

        assertThat(rejected.status()).isEqualTo(TaskStatus.REJECTED);
        assertThat(rejected.outcome().feedback()).isEqualTo("Too vague.");
        assertThatThrownBy(() -> approve(firm))
                .isInstanceOf(Conflict.class)
                .hasMessage("The approval " + firm.approval().id() + " is rejected already");
    }

    @Test
    void whatNobodyDecidesIsRejectedAfterADay() {
        Firm firm = humanInLoop();
        Task task = firm.create("Write a plan");
        firm.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.PENDING_APPROVAL);

        firm.advance(Duration.ofSeconds(1));

        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.REJECTED);
        assertThat(firm.approval().status()).isEqualTo(ApprovalStatus.EXPIRED);
    }

    @Test
    void anAgentWaitsInTheMiddleOfItsWorkForAToolThatRequiresIt() {
        Script script = Script.company(
                "post", When.ALWAYS, agent -> agent.use("publish").say("Published."));
        Firm firm = Firm.create(
                        Firm.EMPTY.script(script), ACME.governance(limits -> limits.approvalRequired("publish")))
                .started();
        Task task = firm.create("Post it");
        firm.untilIdle();
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.PENDING_APPROVAL);
        assertThat(firm.approval().request().actionType()).isEqualTo("publish");
        Task behind = firm.create("Another");
        firm.untilIdle();
        assertThat(firm.task(behind.id()).status()).as("the agent waits").isEqualTo(TaskStatus.PENDING);

        assertThat(approve(firm).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        firm.untilIdle();

        assertThat(firm.task(task.id()).outcome().result()).isEqualTo("Published.");
        assertThat(firm.task(behind.id()).status()).as("asks in its turn").isEqualTo(TaskStatus.PENDING_APPROVAL);
    }

    @Test
    void anAgentAsksForItAsItsScriptSays() {
        Script script = Script.company(
                "ask",
                When.ALWAYS,
                agent -> agent.requestApproval("publish", "The post is ready.", 12)
                        .spend(12));
        Firm firm = Firm.create(Firm.EMPTY.script(script), ACME).started();
        Task task = firm.create("Post it");
        firm.untilIdle();
        assertThat(firm.approval().request())
                .returns("publish", Approval.Request::actionType)
                .returns(12L, Approval.Request::estimatedCost)
                .returns("The post is ready.", Approval.Request::context);

        reject(firm, null);

        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.REJECTED);
        assertThat(firm.strategist().spent().total()).isEqualTo(2);
    }

    private static Firm humanInLoop() {
        return Firm.create(company -> company.config(config -> config.mode(GovernanceMode.HUMAN_IN_LOOP)))
                .started();
    }

    private static Task approve(Firm firm) {
        return firm.world().write(tx -> firm.capx().tasks().decisions().approve(tx, firm.approval(), null));
    }

    private static Task reject(Firm firm, @Nullable String feedback) {
        return firm.world().write(tx -> firm.capx().tasks().decisions().reject(tx, firm.approval(), feedback));
    }
}
