package dev.capy.core.capx.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.capx.Firm;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.TaskStatus;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.GovernanceBlocked;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BudgetTest {

    @Test
    void anAgentThatCannotAffordItsNextTurnIsPausedUntilTheMonthEnds() {
        Firm firm = Firm.create(
                        Firm.EMPTY,
                        NewCompany.of("acme", NewAgent.of("strategist").budget(10)))
                .started();
        firm.create("first");
        Task second = firm.create("second");
        firm.untilIdle();

        assertThat(firm.strategist().status()).isEqualTo(AgentStatus.PAUSED);
        assertThat(firm.strategist().state().pause()).extracting(Pause::reason).isEqualTo(Pause.Reason.BUDGET);
        assertThat(firm.strategist().spent().total())
                .as("a heartbeat, a turn, a heartbeat")
                .isEqualTo(9);
        assertThat(firm.task(second.id()).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(firm.events()).contains("budget.exceeded");
        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);

        firm.world().clock().advanceTo(Instant.parse("2026-01-31T23:59:59Z"));
        assertThat(firm.strategist().status()).isEqualTo(AgentStatus.PAUSED);
        firm.advance(Duration.ofMinutes(1));
        assertThat(firm.task(second.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void goesOnAtOnceWhenItsBudgetIsRaised() {
        Firm firm = Firm.create(
                        Firm.EMPTY,
                        NewCompany.of("acme", NewAgent.of("strategist").budget(3)))
                .started();
        Task task = firm.create("first");
        firm.untilIdle();
        assertThatThrownBy(
                        () -> firm.withAgent((tx, agent) -> firm.capx().agents().resume(tx, agent)))
                .isInstanceOfSatisfying(
                        GovernanceBlocked.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("spend_cap"));

        firm.withAgent(
                (tx, agent) -> firm.capx().agents().update(tx, agent, before -> before.budget(BigDecimal.valueOf(20))));
        firm.untilIdle();

        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aDailyBudgetEndsWithTheDayOfTheCompanysTimeZone() {
        Firm firm = Firm.create(company -> company.config(
                        config -> config.timezone("America/New_York").budgetLimitDaily(new BigDecimal("0.10"))))
                .started();
        firm.create("first");
        firm.untilIdle();
        assertThat(firm.company().spent().total()).isEqualTo(9);

        assertThatThrownBy(() -> firm.create("second"))
                .isInstanceOf(GovernanceBlocked.class)
                .hasMessage("create_task costs 2 credits, and 9 of 10 are spent: the daily budget of the company is"
                        + " reached");
        firm.world().clock().advanceTo(Instant.parse("2026-01-01T05:00:00Z"));
        assertThat(firm.create("second").status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void aCompanyAtItsSpendCapIsPaused() {
        Firm firm = Firm.create(company -> company.governance(limits -> limits.spendCap(6)))
                .started();
        firm.create("first");
        firm.untilIdle();

        assertThat(firm.company().status()).isEqualTo(CompanyStatus.PAUSED);
        assertThat(firm.company().spent().total()).isEqualTo(4);
        firm.withCompany((tx, company) -> firm.capx()
                .companies()
                .update(
                        tx,
                        company,
                        before -> before.governance(before.governance().spendCap(60))));
        firm.untilIdle();
        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);
        assertThat(firm.company().spent().total()).isEqualTo(9);
    }

    @Test
    void anEmptyAccountPausesTheCompanyAndRefusesWhatCosts() {
        Firm firm = Firm.create(
                        Fixture.empty()
                                .capxAccount(
                                        "acct", account -> account.credits(5).key("capx_sk_live_a", key -> key)),
                        NewCompany.of("acme", NewAgent.of("strategist")))
                .started();
        firm.create("first");
        firm.untilIdle();

        assertThat(firm.company().status()).isEqualTo(CompanyStatus.PAUSED);
        assertThat(firm.balance()).isEqualTo(1);
        assertThatThrownBy(() -> firm.create("second"))
                .isInstanceOf(GovernanceBlocked.class)
                .hasMessageContaining("the balance of the account is reached");
        assertThat(firm.balance()).isEqualTo(1);
    }
}
