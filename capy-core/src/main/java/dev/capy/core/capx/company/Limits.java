package dev.capy.core.capx.company;

import dev.capy.core.capx.account.Account;
import dev.capy.core.capx.account.CapxAccounts;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.governance.Governor;
import dev.capy.core.capx.governance.Standing;
import dev.capy.core.capx.governance.Standing.Cap;
import dev.capy.core.capx.governance.Standing.Owner;
import dev.capy.core.capx.governance.Verdict;
import dev.capy.core.capx.value.Credits;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.GovernanceBlocked;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What companies and their agents may do. Stateless. */
public final class Limits {

    private final CapxAccounts accounts;

    Limits(CapxAccounts accounts) {
        this.accounts = accounts;
    }

    /** What becomes of something that an agent is about to do; null for what a company does without one. */
    public Verdict judge(View view, Company company, @Nullable Agent agent, Action action) {
        return Governor.judge(action, standing(view, company, agent));
    }

    /**
     * What becomes of something that is about to be done, if a rule does not forbid it.
     *
     * @throws GovernanceBlocked when one does, naming it
     */
    public Verdict require(View view, Company company, @Nullable Agent agent, Action action) {
        return Governor.require(action, standing(view, company, agent));
    }

    /** Whether {@code credits} may be spent. */
    boolean hasRoom(View view, Company company, @Nullable Agent agent, long credits) {
        return Governor.isAffordable(credits, caps(view, company, agent));
    }

    private Standing standing(View view, Company company, @Nullable Agent agent) {
        return new Standing(
                killed(company, agent),
                company.config().mode(),
                company.governance(),
                agent == null ? List.of() : agent.tools(),
                caps(view, company, agent));
    }

    private static @Nullable String killed(Company company, @Nullable Agent agent) {
        if (company.state().killed()) {
            return "the company " + company.id();
        }
        return agent != null && agent.state().killed() ? "the agent " + agent.role() : null;
    }

    private List<Cap> caps(View view, Company company, @Nullable Agent agent) {
        List<Cap> caps = new ArrayList<>();
        Instant now = view.now();
        ZoneId zone = company.config().zone();
        if (agent != null) {
            long month = agent.spent().thisMonth(now, zone);
            long today = agent.spent().today(now, zone);
            add(caps, Owner.AGENT, "the monthly budget of the agent " + agent.role(), agent.budget(), month);
            addDaily(
                    caps,
                    Owner.AGENT,
                    "the agent " + agent.role(),
                    agent.config().budgetLimitDaily(),
                    today);
        }
        long month = company.spent().thisMonth(now, zone);
        long today = company.spent().today(now, zone);
        add(
                caps,
                Owner.COMPANY,
                "the monthly spend cap of the company",
                company.governance().spendCap(),
                month);
        addDaily(caps, Owner.COMPANY, "the company", company.config().budgetLimitDaily(), today);
        if (!company.sandbox()) {
            Account account = accounts.account(view, company.accountId());
            BigDecimal granted = BigDecimal.valueOf(account.granted());
            add(caps, Owner.COMPANY, "the balance of the account", granted, account.spent());
        }
        return caps;
    }

    private static void addDaily(List<Cap> caps, Owner owner, String whose, @Nullable BigDecimal dollars, long used) {
        BigDecimal limit = dollars == null ? null : BigDecimal.valueOf(Credits.of(dollars));
        add(caps, owner, "the daily budget of " + whose, limit, used);
    }

    private static void add(List<Cap> caps, Owner owner, String name, @Nullable BigDecimal limit, long used) {
        if (limit != null) {
            caps.add(new Cap(owner, name, limit, used));
        }
    }
}
