package dev.capy.core.capx.company;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.activity.Resource;
import dev.capy.core.capx.company.Pause.Reason;
import dev.capy.core.capx.governance.Standing.Owner;
import dev.capy.core.capx.governance.Verdict.Blocked;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Agents and companies that have nothing left to spend: they are paused until they do, looked at whenever a day begins and
 * whenever limits change (source: docs on cost control).
 */
public final class Budgets {

    /** A day begins for somebody who has nothing left to spend. */
    record BudgetRenewal(String companyId, @Nullable String agentId) implements Timer {
        @Override
        public String describe() {
            return "new budget of " + (agentId == null ? "company " + companyId : "agent " + agentId);
        }
    }

    private final CompanyRecords records;
    private final Limits limits;
    private final Ledger ledger;
    private final States states;

    Budgets(Registry registry, CompanyRecords records, Limits limits, Ledger ledger, States states) {
        this.records = records;
        this.limits = limits;
        this.ledger = ledger;
        this.states = states;
        registry.on(BudgetRenewal.class, this::renewed);
    }

    /** Pauses whoever has reached a cap, be it the agent or its company. */
    public void exhausted(Tx tx, Agent agent, long needed, Blocked blocked) {
        Company company = records.company(tx, agent.companyId());
        boolean agentAlone = blocked.stops() == Owner.AGENT;
        Pause pause = pause(tx, company, agentAlone ? agent.id() : null, needed);
        if (agentAlone) {
            states.pause(tx, agent, pause);
        } else {
            states.pause(tx, company, pause);
        }
        Resource resource = agentAlone ? agent.resource() : company.resource();
        ledger.record(
                tx,
                company.id(),
                Happening.of(ActivityType.COST, resource, "exceeded", blocked.reason())
                        .event("budget.exceeded")
                        .by(agent.actor()));
    }

    private static Pause pause(Tx tx, Company company, @Nullable String agentId, long needed) {
        Duration wait = untilTomorrow(tx, company.config().zone());
        long entry = tx.scheduleInBackground(wait, new BudgetRenewal(company.id(), agentId));
        return new Pause(Reason.BUDGET, needed, entry);
    }

    private static Duration untilTomorrow(Tx tx, ZoneId zone) {
        LocalDate tomorrow = LocalDate.ofInstant(tx.now(), zone).plusDays(1);
        return Duration.between(tx.now(), tomorrow.atStartOfDay(zone).toInstant());
    }

    /** Lets a company and its agents go on where they wait for something to spend and there is. */
    public void reconsider(Tx tx, String companyId) {
        reconsider(tx, records.company(tx, companyId));
        records.ofCompany(tx, companyId).oldestFirst().toList().forEach(agent -> reconsider(tx, agent));
    }

    private boolean reconsider(Tx tx, Company company) {
        Pause pause = company.state().pause();
        boolean goesOn = pause != null && pause.isForBudget() && limits.hasRoom(tx, company, null, pause.needed());
        if (goesOn) {
            states.resume(tx, company);
        }
        return goesOn;
    }

    private boolean reconsider(Tx tx, Agent agent) {
        Pause pause = agent.state().pause();
        Company company = records.company(tx, agent.companyId());
        boolean goesOn = pause != null && pause.isForBudget() && limits.hasRoom(tx, company, agent, pause.needed());
        if (goesOn) {
            states.resume(tx, agent);
        }
        return goesOn;
    }

    private void renewed(Tx tx, BudgetRenewal renewal) {
        if (renewal.agentId() == null) {
            records.findCompany(tx, renewal.companyId())
                    .filter(Company::isOutOfBudget)
                    .filter(company -> !reconsider(tx, company))
                    .ifPresent(company -> waitOn(tx, company));
        } else {
            records.findAgent(tx, renewal.agentId())
                    .filter(Agent::isOutOfBudget)
                    .filter(agent -> !reconsider(tx, agent))
                    .ifPresent(agent -> waitOn(tx, agent));
        }
    }

    private void waitOn(Tx tx, Company company) {
        Pause pause = pause(tx, company, null, needed(company.state().pause()));
        records.update(tx, company.become(company.state().paused(pause), company.updatedAt()));
    }

    private void waitOn(Tx tx, Agent agent) {
        Company company = records.company(tx, agent.companyId());
        Pause pause = pause(tx, company, agent.id(), needed(agent.state().pause()));
        records.update(tx, agent.become(agent.state().paused(pause), agent.updatedAt()));
    }

    private static long needed(@Nullable Pause pause) {
        return pause == null ? 0 : pause.needed();
    }
}
