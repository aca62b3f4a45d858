package dev.capy.core.capx.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.capx.Firm;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.TaskStatus;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CompanyLifeTest {

    @Test
    void runsOnceAllOfItsAgentsAreReadyAndCostsNothing() {
        Firm firm = Firm.create(Firm.EMPTY, NewCompany.from("saas-agency", "Acme Marketing"));
        assertThat(firm.company().status()).isEqualTo(CompanyStatus.PROVISIONING);
        assertThat(firm.company().url()).isEqualTo("acme-marketing.capx.ai");
        assertThat(firm.agent("engineer").status()).isEqualTo(AgentStatus.INITIALIZING);
        assertThat(firm.agent("engineer").model()).isEqualTo("claude-sonnet-4");

        firm.untilIdle();

        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);
        assertThat(firm.world().clock().now()).isBetween("2026-01-01T00:00:04Z", "2026-01-01T00:00:06Z");
        assertThat(firm.balance()).isEqualTo(100_000);
    }

    @Test
    void namesNeedNotBeUniqueAndHostNamesAre() {
        Firm first = Firm.create();
        Firm second = first.beside("capx_sk_live_a", NewCompany.of("ACME!", NewAgent.of("strategist")));

        assertThat(second.company().url()).isEqualTo("acme-2.capx.ai");
    }

    @Test
    void takesAgentsOnWhileItRuns() {
        Firm firm = Firm.create().started();

        firm.withCompany((tx, company) -> firm.capx().agents().add(tx, company, NewAgent.of("writer")));

        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);
        assertThat(firm.balance()).isEqualTo(100_000 - 3);
        assertThatThrownBy(() ->
                        firm.withCompany((tx, company) -> firm.capx().agents().add(tx, company, NewAgent.of("writer"))))
                .isInstanceOf(Conflict.class)
                .hasMessage("The company has an agent in the role writer already");
        assertThat(firm.balance()).as("a refused call costs nothing").isEqualTo(100_000 - 3);
    }

    @Test
    void doesNothingWhileItIsPausedAndGoesOnWhereItStood() {
        Firm firm = Firm.create().started();
        Task task = firm.create("Write a plan");
        firm.advance(Duration.ofSeconds(5));
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.IN_PROGRESS);

        firm.withCompany((tx, company) -> firm.capx().companies().pause(tx, company));
        firm.advance(Duration.ofHours(5));
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThatThrownBy(() -> firm.withCompany(
                        (tx, company) -> firm.capx().companies().pause(tx, company)))
                .isInstanceOf(Conflict.class)
                .hasMessage("The company is paused; only one that is running can be paused");

        firm.withCompany((tx, company) -> firm.capx().companies().resume(tx, company));
        firm.untilIdle();
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(firm.task(task.id()).outcome().cost())
                .as("the turn was paid for once")
                .isEqualTo(7);
    }

    @Test
    void itsKillSwitchStopsEverythingUntilItIsReset() {
        Firm firm = Firm.create(company -> company.governance(limits -> limits.killSwitch(true)))
                .started();
        Task task = firm.create("Write a plan");
        firm.withCompany((tx, company) -> firm.capx().companies().kill(tx, company, true));

        firm.advance(Duration.ofDays(1));
        assertThat(firm.task(task.id()).status().isFinal()).isFalse();
        assertThatThrownBy(() -> firm.create("another"))
                .isInstanceOfSatisfying(
                        GovernanceBlocked.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("kill_switch"));

        firm.withCompany((tx, company) -> firm.capx().companies().kill(tx, company, false));
        firm.untilIdle();
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void hasNoKillSwitchUnlessItsGovernanceSaysSo() {
        Firm firm = Firm.create();

        assertThatThrownBy(() -> firm.withCompany(
                        (tx, company) -> firm.capx().companies().kill(tx, company, true)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("governance.kill_switch");
    }

    @Test
    void isGoneForEverybodyWhenItIsDestroyedAndLeavesNothingOnTheTimeline() {
        Firm firm = Firm.create().started();
        Task task = firm.create("Write a plan");

        firm.withCompany((tx, company) -> {
            firm.capx().companies().delete(tx, company);
            return company;
        });
        firm.untilIdle();

        assertThatThrownBy(firm::company).isInstanceOf(NotFound.class).hasMessage("There is no company " + firm.id());
        assertThat(firm.task(task.id()).outcome().error()).isEqualTo("its agent is no more");
        assertThat(firm.world().clock().pending()).isEmpty();
        assertThat(firm.beside("capx_sk_live_a", NewCompany.of("acme", NewAgent.of("a")))
                        .company()
                        .url())
                .isEqualTo("acme.capx.ai");
    }

    @Test
    void liveAndTestKeysDoNotSeeEachOthersAndATestOneSpendsNothing() {
        Firm live = Firm.create();
        Firm test = live.beside("capx_sk_test_a", NewCompany.of("acme", NewAgent.of("strategist")))
                .started();
        test.create("Write a plan");
        test.untilIdle();

        assertThat(test.balance()).isEqualTo(100_000);
        assertThat(test.company().spent().total())
                .as("and meters count all the same")
                .isEqualTo(9);
        assertThatThrownBy(() ->
                        live.world().read(view -> live.capx().companies().visible(view, test.key(), live.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isRefusedWithoutAgentsAndFromNoTemplateThatThereIs() {
        assertThatThrownBy(() -> NewCompany.of("acme"))
                .isInstanceOf(Invalid.class)
                .hasMessage("must have at least one agent unless a template is given");
        assertThatThrownBy(() -> NewCompany.from("bakery", "acme"))
                .isInstanceOf(Invalid.class)
                .hasMessage("must be one of content, default, research, saas-agency, support; was 'bakery'");
        assertThatThrownBy(() -> NewCompany.of("acme", NewAgent.of("a"), NewAgent.of("a")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void survivesADumpInTheMiddleOfItsWork() {
        Firm firm = Firm.create().started();
        firm.create("Write a plan");
        firm.advance(Duration.ofSeconds(5));
        StateKey key = StateKey.of("open sesame");
        CapyWorld restored =
                CapyWorld.builder().restore(firm.world().dump(key), key).build();
        assertThat(restored.digest()).isEqualTo(firm.world().digest());

        firm.untilIdle();
        restored.clock().runUntilIdle();

        assertThat(restored.digest()).isEqualTo(firm.world().digest());
    }
}
