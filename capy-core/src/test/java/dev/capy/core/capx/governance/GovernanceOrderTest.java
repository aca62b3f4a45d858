package dev.capy.core.capx.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.capx.governance.Standing.Cap;
import dev.capy.core.capx.governance.Standing.Owner;
import dev.capy.core.kernel.error.GovernanceBlocked;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kill switch, then execution policy, then spend cap, then approval. */
class GovernanceOrderTest {

    /** Every combination of rules that object, and the one that decides. */
    @ParameterizedTest(name = "killed {0}, forbidden {1}, too expensive {2}, to be approved {3}: {4}")
    @CsvSource({
        "false, false, false, false, allowed",
        "false, false, false, true , approval",
        "false, false, true , false, spend_cap",
        "false, false, true , true , spend_cap",
        "false, true , false, false, execution_policy",
        "false, true , false, true , execution_policy",
        "false, true , true , false, execution_policy",
        "false, true , true , true , execution_policy",
        "true , false, false, false, kill_switch",
        "true , false, false, true , kill_switch",
        "true , false, true , false, kill_switch",
        "true , false, true , true , kill_switch",
        "true , true , false, false, kill_switch",
        "true , true , false, true , kill_switch",
        "true , true , true , false, kill_switch",
        "true , true , true , true , kill_switch",
    })
    void theFirstRuleThatObjectsDecides(
            boolean killed, boolean forbidden, boolean expensive, boolean approval, String decides) {
        Governance governance = Governance.NONE
                .approvalRequired(approval ? "publish" : "other")
                .policy(forbidden ? ExecutionPolicy.AUTO.block("publish") : ExecutionPolicy.AUTO);
        Standing standing = new Standing(
                killed ? "the company co_a" : null,
                GovernanceMode.AUTONOMOUS,
                governance,
                List.of(),
                List.of(cap(expensive ? 2 : 3)));

        assertThat(word(Governor.judge(Action.tool("publish", 3), standing))).isEqualTo(decides);
    }

    @Test
    void aRefusalNamesItsRule() {
        Standing standing = new Standing(null, GovernanceMode.AUTONOMOUS, Governance.NONE, List.of(), List.of(cap(10)));

        assertThatThrownBy(() -> Governor.require(Action.tool("publish", 11), standing))
                .isInstanceOfSatisfying(
                        GovernanceBlocked.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo("spend_cap"))
                .hasMessage("publish costs 11 credits, and 0 of 10 are spent: the cap is reached");
    }

    @ParameterizedTest
    @CsvSource({
        "auto   , autonomous   , task , allowed",
        "auto   , human_in_loop, task , approval",
        "review , autonomous   , task , approval",
        "blocked, autonomous   , task , execution_policy",
        "auto   , human_in_loop, tool , allowed",
        "review , autonomous   , tool , allowed",
        "blocked, human_in_loop, other, execution_policy",
    })
    void modesSayWhatIsTrueOfEveryTask(String policy, String mode, String kind, String decides) {
        Standing standing = new Standing(
                null,
                GovernanceMode.valueOf(mode.toUpperCase(Locale.ROOT)),
                Governance.NONE.policy(
                        ExecutionPolicy.AUTO.mode(ExecutionPolicy.Mode.valueOf(policy.toUpperCase(Locale.ROOT)))),
                List.of(),
                List.of());
        Action action = new Action("do", 1, 1, Action.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));

        assertThat(word(Governor.judge(action, standing))).isEqualTo(decides);
    }

    @ParameterizedTest
    @CsvSource({"9, allowed", "10, approval", "11, approval"})
    void whatTakesLessThanTheThresholdIsApprovedByItself(long estimate, String decides) {
        Standing standing = new Standing(
                null,
                GovernanceMode.HUMAN_IN_LOOP,
                Governance.NONE.autoApproveBelow(BigDecimal.TEN),
                List.of(),
                List.of());

        assertThat(word(Governor.judge(Action.task(1, estimate), standing))).isEqualTo(decides);
    }

    @ParameterizedTest
    @CsvSource({"web_search, allowed", "deploy, execution_policy"})
    void anAgentUsesTheToolsOnItsListAlone(String tool, String decides) {
        Standing standing = new Standing(
                null, GovernanceMode.AUTONOMOUS, Governance.NONE, List.of("web_search", "file_read"), List.of());

        assertThat(word(Governor.judge(Action.tool(tool, 1), standing))).isEqualTo(decides);
    }

    @Test
    void whatCostsNothingExceedsNoCap() {
        Standing standing = new Standing(null, GovernanceMode.AUTONOMOUS, Governance.NONE, List.of(), List.of(cap(0)));

        assertThat(word(Governor.judge(Action.other("wake_agent", 0), standing)))
                .isEqualTo("allowed");
    }

    private static Cap cap(long limit) {
        return new Cap(Owner.COMPANY, "the cap", BigDecimal.valueOf(limit), 0);
    }

    private static String word(Verdict verdict) {
        if (verdict instanceof Verdict.Blocked blocked) {
            return blocked.rule().word();
        }
        return verdict instanceof Verdict.NeedsApproval ? "approval" : "allowed";
    }
}
