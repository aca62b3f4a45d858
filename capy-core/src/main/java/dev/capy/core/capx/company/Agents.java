package dev.capy.core.capx.company;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.settings.CapxSettings;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.NotFound;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The agents of companies. Thread-safe; the state is the transaction's. */
public final class Agents {

    /** An agent is ready. */
    record AgentStarts(String agentId) implements Timer {
        @Override
        public String describe() {
            return "start of agent " + agentId;
        }
    }

    private final CompanyRecords records;
    private final Ledger ledger;
    private final Limits limits;
    private final States states;
    private final Heartbeats heartbeats;
    private final Budgets budgets;
    private final CapxSettings settings;

    Agents(
            Registry registry,
            CompanyRecords records,
            Ledger ledger,
            Limits limits,
            States states,
            Heartbeats heartbeats,
            Budgets budgets,
            CapxSettings settings) {
        this.records = records;
        this.ledger = ledger;
        this.limits = limits;
        this.states = states;
        this.heartbeats = heartbeats;
        this.budgets = budgets;
        this.settings = settings;
        registry.on(AgentStarts.class, this::started);
    }

    /**
     * Has an agent join a company; it starts at once.
     *
     * @throws Conflict when the company has one of this role
     * @throws GovernanceBlocked when a rule forbids it
     */
    public Agent add(Tx tx, Company company, NewAgent wanted) {
        if (records.byRole(tx, company.id(), wanted.role()).isPresent()) {
            throw new Conflict("The company has an agent in the role " + wanted.role() + " already");
        }
        long cost = settings.costs().addAgent();
        limits.require(tx, company, null, Action.other("add_agent", cost));
        Agent agent = join(tx, company, CompanyRecords.newAgentId(tx), wanted);
        ledger.record(tx, company.id(), joined(agent).cost(cost));
        return agent;
    }

    /** Has one of the first agents of a company join it, for nothing. */
    Agent join(Tx tx, Company company, String id, NewAgent wanted) {
        Agent agent = records.add(tx, Agent.of(id, company.id(), wanted, tx.now()));
        long entry = tx.schedule(tx.jitter(settings.latencies().start()), new AgentStarts(agent.id()));
        return heartbeats.keep(tx, agent, entry);
    }

    /**
     * Puts an agent that is ready into a company of a new world. It sleeps until it first has something to do, so that
     * nothing is on the timeline of a world that nobody uses Capx in.
     */
    Agent place(Tx tx, Company company, String id, NewAgent wanted) {
        Agent agent = Agent.of(id, company.id(), wanted, tx.now());
        return records.add(tx, agent.become(agent.state().active(), tx.now()));
    }

    private static Happening joined(Agent agent) {
        return Happening.of(
                ActivityType.GOVERNANCE, agent.resource(), "created", "The agent " + agent.role() + " was added");
    }

    private void started(Tx tx, AgentStarts start) {
        states.resume(tx, heartbeats.keep(tx, records.agent(tx, start.agentId()), 0));
        Agent agent = records.agent(tx, start.agentId());
        startCompany(tx, records.company(tx, agent.companyId()));
    }

    private void startCompany(Tx tx, Company company) {
        boolean ready = records.ofCompany(tx, company.id())
                .oldestFirst()
                .noneMatch(agent -> agent.status() == AgentStatus.INITIALIZING);
        if (ready && company.status() == CompanyStatus.PROVISIONING) {
            states.run(tx, company);
        }
    }

    /** The agents of a company. */
    public Rows<Agent> ofCompany(View view, String companyId) {
        return records.ofCompany(view, companyId);
    }

    /**
     * An agent of a company, by its role or its id.
     *
     * @throws NotFound when the company has none such
     */
    public Agent visible(View view, Company company, String roleOrId) {
        return records.byRole(view, company.id(), roleOrId)
                .or(() -> records.findAgent(view, roleOrId)
                        .filter(agent -> agent.companyId().equals(company.id())))
                .orElseThrow(() -> new NotFound("The company has no agent " + roleOrId));
    }

    /** The agent of a company in a role; empty when it has none. */
    public Optional<Agent> inRole(View view, Company company, String role) {
        return records.byRole(view, company.id(), role);
    }

    public Agent get(View view, String id) {
        return records.agent(view, id);
    }

    public Optional<Agent> find(View view, String id) {
        return records.findAgent(view, id);
    }

    /** Its place in the order of agents, by which lists go on. */
    public long position(View view, Agent agent) {
        return records.position(view, agent);
    }

    /** Whether an agent may do anything: it is active, its company is running, and no kill switch has stopped them. */
    public boolean mayAct(View view, Agent agent) {
        return agent.isWorking() && records.company(view, agent.companyId()).isWorking();
    }

    /** Changes what is said of an agent. */
    public Agent update(Tx tx, Agent agent, UnaryOperator<Agent> change) {
        Agent changed = change.apply(agent);
        records.update(tx, changed.become(changed.state(), tx.now()));
        budgets.reconsider(tx, agent.companyId());
        return records.agent(tx, agent.id());
    }

    /** Has an agent leave its company for good. */
    public void remove(Tx tx, Agent agent) {
        release(tx, agent);
        Happening removed = Happening.of(
                ActivityType.GOVERNANCE, agent.resource(), "removed", "The agent " + agent.role() + " was removed");
        ledger.record(tx, agent.companyId(), removed);
        startCompany(tx, records.company(tx, agent.companyId()));
    }

    /** Takes an agent and its timeline entries away. */
    void release(Tx tx, Agent agent) {
        heartbeats.stop(tx, agent);
        if (agent.state().pause() != null) {
            tx.cancel(agent.state().pause().renewal());
        }
        records.delete(tx, agent);
        tx.emit(new AgentGone(agent.id(), agent.companyId()));
    }

    /**
     * Pauses an agent; what it is at is kept. Nothing happens to one that a person paused already.
     *
     * @throws Conflict when it is not ready yet, or errored
     */
    public Agent pause(Tx tx, Agent agent) {
        if (agent.status() == AgentStatus.PAUSED && !agent.isOutOfBudget()) {
            return agent;
        }
        if (agent.status() == AgentStatus.INITIALIZING || agent.status() == AgentStatus.ERRORED) {
            throw new Conflict(
                    "The agent " + agent.role() + " is " + agent.status().word() + " and cannot be paused");
        }
        return states.pause(tx, agent, Pause.BY_PERSON);
    }

    /**
     * Lets an agent go on that is paused or errored. Nothing happens to one that is active.
     *
     * @throws Conflict when it is not ready yet
     * @throws GovernanceBlocked when there is nothing left that it may spend
     */
    public Agent resume(Tx tx, Agent agent) {
        if (agent.status() == AgentStatus.ACTIVE) {
            return agent;
        }
        if (agent.status() == AgentStatus.INITIALIZING) {
            throw new Conflict("The agent " + agent.role() + " is initializing and cannot be resumed");
        }
        Pause pause = agent.state().pause();
        long needed = pause == null ? 0 : pause.needed();
        limits.require(tx, records.company(tx, agent.companyId()), agent, Action.other("resume_agent", needed));
        return states.resume(tx, agent);
    }

    /**
     * Trips an agent's kill switch, or resets it.
     *
     * @throws Conflict when the company has no kill switch
     */
    public Agent kill(Tx tx, Agent agent, boolean killed) {
        records.company(tx, agent.companyId()).requireKillSwitch();
        return agent.state().killed() == killed ? agent : states.killed(tx, agent, killed);
    }

    /**
     * Has something go wrong with an agent: it does nothing until it is resumed.
     *
     * @throws Conflict when it is not active
     */
    public Agent breakDown(Tx tx, Agent agent, String failure) {
        if (agent.status() != AgentStatus.ACTIVE) {
            throw new Conflict("The agent " + agent.role() + " is "
                    + agent.status().word() + "; only one that is active can break down");
        }
        return states.errored(tx, agent, failure);
    }
}
