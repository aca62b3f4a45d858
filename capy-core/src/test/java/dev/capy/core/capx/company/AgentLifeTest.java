package dev.capy.core.capx.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.capx.Firm;
import dev.capy.core.capx.task.NewTask;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.TaskStatus;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentLifeTest {

    private final Firm firm = Firm.create(
                    Firm.EMPTY,
                    NewCompany.of("acme", NewAgent.of("strategist"), NewAgent.of("b"))
                            .governance(limits -> limits.killSwitch(true)))
            .started();

    @Test
    void isFoundByItsRoleAndByItsId() {
        assertThat(firm.agent(firm.strategist().id())).isEqualTo(firm.strategist());
        assertThatThrownBy(() -> firm.agent("pilot"))
                .isInstanceOf(NotFound.class)
                .hasMessage("The company has no agent pilot");
    }

    @Test
    void keepsWhatItIsAtWhileItIsPaused() {
        Task task = firm.create(NewTask.of("Write a plan").agent("strategist"));
        firm.advance(Duration.ofSeconds(5));

        assertThat(firm.<Agent>withAgent((tx, agent) -> firm.capx().agents().pause(tx, agent))
                        .status())
                .isEqualTo(AgentStatus.PAUSED);
        firm.withAgent((tx, agent) -> firm.capx().agents().pause(tx, agent));
        firm.advance(Duration.ofDays(1));
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);

        firm.withAgent((tx, agent) -> firm.capx().agents().resume(tx, agent));
        firm.untilIdle();
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void wokenItFindsWhatThereIsToDo() {
        firm.withAgent((tx, agent) ->
                firm.capx().tasks().wake(tx, firm.capx().companies().get(tx, firm.id()), agent));
        firm.untilIdle();

        assertThat(firm.activity().get(0).summary()).isEqualTo("The agent strategist found nothing to do");
        assertThat(firm.activity().get(0).cost()).isZero();
        assertThat(firm.strategist().lastHeartbeat())
                .isEqualTo(firm.world().clock().now());
    }

    @Test
    void cannotBeWokenWhileItIsPausedOrStopped() {
        firm.withAgent((tx, agent) -> firm.capx().agents().pause(tx, agent));
        assertThatThrownBy(() -> firm.withAgent((tx, agent) ->
                        firm.capx().tasks().wake(tx, firm.capx().companies().get(tx, firm.id()), agent)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("is paused in a company that is running");

        firm.withAgent((tx, agent) -> firm.capx().agents().kill(tx, agent, true));
        assertThatThrownBy(() -> firm.withAgent((tx, agent) ->
                        firm.capx().tasks().wake(tx, firm.capx().companies().get(tx, firm.id()), agent)))
                .isInstanceOf(GovernanceBlocked.class)
                .hasMessage("The kill switch has stopped the agent strategist");
    }

    @Test
    void itsKillSwitchStopsItAlone() {
        firm.withAgent((tx, agent) -> firm.capx().agents().kill(tx, agent, true));
        Task stopped = firm.create(NewTask.of("one").agent("strategist"));
        Task done = firm.create(NewTask.of("two").agent("b"));
        firm.untilIdle();
        assertThat(firm.task(stopped.id()).status()).isEqualTo(TaskStatus.PENDING);
        assertThat(firm.task(done.id()).status()).isEqualTo(TaskStatus.COMPLETED);

        firm.withAgent((tx, agent) -> firm.capx().agents().kill(tx, agent, false));
        firm.untilIdle();
        assertThat(firm.task(stopped.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void doesNothingWhenItBrokeDownUntilItIsResumed() {
        firm.withAgent((tx, agent) -> firm.capx().agents().breakDown(tx, agent, "Out of memory."));
        Task task = firm.create(NewTask.of("one").agent("strategist"));
        firm.untilIdle();

        assertThat(firm.strategist().status()).isEqualTo(AgentStatus.ERRORED);
        assertThat(firm.strategist().state().failure()).isEqualTo("Out of memory.");
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.PENDING);
        assertThatThrownBy(
                        () -> firm.withAgent((tx, agent) -> firm.capx().agents().pause(tx, agent)))
                .isInstanceOf(Conflict.class);

        firm.withAgent((tx, agent) -> firm.capx().agents().resume(tx, agent));
        firm.untilIdle();
        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void cannotBePausedBeforeItIsReady() {
        Firm fresh = Firm.create();

        assertThatThrownBy(() ->
                        fresh.withAgent((tx, agent) -> fresh.capx().agents().pause(tx, agent)))
                .isInstanceOf(Conflict.class)
                .hasMessage("The agent strategist is initializing and cannot be paused");
    }

    @Test
    void whatItHadToDoHasFailedWhenItIsRemoved() {
        Task task = firm.create(NewTask.of("one").agent("strategist"));
        firm.advance(Duration.ofSeconds(5));

        firm.withAgent((tx, agent) -> {
            firm.capx().agents().remove(tx, agent);
            return agent;
        });
        firm.untilIdle();

        assertThat(firm.task(task.id()).status()).isEqualTo(TaskStatus.FAILED);
        assertThat(firm.company().status()).isEqualTo(CompanyStatus.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ag_x", "two words", "a/b", "-x"})
    void hasARoleThatFitsAPath(String role) {
        assertThatThrownBy(() -> NewAgent.of(role)).isInstanceOf(Invalid.class);
    }
}
