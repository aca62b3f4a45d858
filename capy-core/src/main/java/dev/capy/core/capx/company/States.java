package dev.capy.core.capx.company;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.kernel.Tx;
import org.jspecify.annotations.Nullable;

/** How companies and agents change from one state to another, and who is told. Stateless. */
final class States {

    private final CompanyRecords records;
    private final Ledger ledger;
    private final Heartbeats heartbeats;

    States(CompanyRecords records, Ledger ledger, Heartbeats heartbeats) {
        this.records = records;
        this.ledger = ledger;
        this.heartbeats = heartbeats;
    }

    Company pause(Tx tx, Company company, Pause why) {
        forget(tx, company.state().pause());
        Company paused = records.update(tx, company.become(company.state().paused(why), tx.now()));
        tell(tx, paused, "paused", paused.name() + " is paused");
        return paused;
    }

    Company resume(Tx tx, Company company) {
        forget(tx, company.state().pause());
        Company running = records.update(tx, company.become(company.state().status(CompanyStatus.RUNNING), tx.now()));
        tell(tx, running, "resumed", running.name() + " goes on");
        wake(tx, running);
        return running;
    }

    /** The first agents of a company are ready. */
    void run(Tx tx, Company company) {
        Company running = records.update(tx, company.become(company.state().status(CompanyStatus.RUNNING), tx.now()));
        tell(tx, running, "running", running.name() + " is running");
        wake(tx, running);
    }

    Company killed(Tx tx, Company company, boolean killed) {
        Company after = records.update(tx, company.become(company.state().killed(killed), tx.now()));
        tell(
                tx,
                after,
                killed ? "killed" : "revived",
                "The kill switch of " + after.name() + (killed ? " was tripped" : " was reset"));
        wake(tx, after);
        return after;
    }

    /** Tells the agents of a company that works that they may do something. */
    private void wake(Tx tx, Company company) {
        if (company.isWorking()) {
            records.ofCompany(tx, company.id())
                    .oldestFirst()
                    .filter(Agent::isWorking)
                    .forEach(agent -> tx.emit(new AgentReady(agent.id())));
        }
    }

    Agent pause(Tx tx, Agent agent, Pause why) {
        return become(tx, heartbeats.stop(tx, agent), agent.state().paused(why));
    }

    Agent resume(Tx tx, Agent agent) {
        Agent active = become(tx, agent, agent.state().active());
        wake(tx, active);
        return active;
    }

    Agent errored(Tx tx, Agent agent, String failure) {
        return become(tx, heartbeats.stop(tx, agent), agent.state().errored(failure));
    }

    Agent killed(Tx tx, Agent agent, boolean killed) {
        Agent after = become(tx, agent, agent.state().killed(killed));
        wake(tx, after);
        return after;
    }

    private void wake(Tx tx, Agent agent) {
        if (agent.isWorking() && records.company(tx, agent.companyId()).isWorking()) {
            tx.emit(new AgentReady(agent.id()));
        }
    }

    private Agent become(Tx tx, Agent agent, Agent.State next) {
        forget(tx, agent.state().pause());
        Agent after = records.update(tx, agent.become(next, tx.now()));
        ledger.record(
                tx,
                agent.companyId(),
                Happening.of(type(next), agent.resource(), word(agent.state(), next), sentence(after))
                        .event("agent.state_changed"));
        return after;
    }

    private static ActivityType type(Agent.State state) {
        return state.status() == AgentStatus.ERRORED ? ActivityType.ERROR : ActivityType.GOVERNANCE;
    }

    private static String word(Agent.State before, Agent.State after) {
        if (before.killed() != after.killed()) {
            return after.killed() ? "killed" : "revived";
        }
        return after.status().word();
    }

    private static String sentence(Agent agent) {
        String failure = agent.state().failure();
        String killed = agent.state().killed() ? ", and the kill switch has stopped it" : "";
        return "The agent " + agent.role() + " is " + agent.status().word() + killed
                + (failure == null ? "" : ": " + failure);
    }

    private void tell(Tx tx, Company company, String action, String sentence) {
        ledger.record(tx, company.id(), Happening.of(ActivityType.GOVERNANCE, company.resource(), action, sentence));
    }

    private static void forget(Tx tx, @Nullable Pause pause) {
        if (pause != null) {
            tx.cancel(pause.renewal());
        }
    }
}
