package dev.capy.core.capx.task;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.AgentLogs;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.approval.Approvals;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.governance.Verdict;
import dev.capy.core.capx.governance.Verdict.NeedsApproval;
import dev.capy.core.capx.settings.CapxCosts;
import dev.capy.core.capx.settings.CapxSettings;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.script.Scripts;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tasks of companies. Thread-safe; the state is the transaction's. */
public final class Tasks {

    private final TaskRecords records;
    private final Companies companies;
    private final Approvals approvals;
    private final Assignment assignment;
    private final Worker worker;
    private final Decisions decisions;
    private final CapxCosts costs;

    public Tasks(
            Registry registry,
            Companies companies,
            Approvals approvals,
            Scripts scripts,
            AgentLogs logs,
            CapxSettings settings) {
        this.records = new TaskRecords(registry);
        this.companies = companies;
        this.approvals = approvals;
        this.costs = settings.costs();
        this.assignment = new Assignment(companies.agents(), records);
        this.worker = new Worker(registry, records, companies, approvals, scripts, logs, settings);
        this.decisions = new Decisions(registry, records, approvals, worker);
    }

    /** What people decide. */
    public Decisions decisions() {
        return decisions;
    }

    /**
     * Makes a task that somebody asks for.
     *
     * @throws Invalid when it is for nobody that there is
     * @throws GovernanceBlocked when a rule forbids it
     * @throws Conflict when the company has no agents
     */
    public Task create(Tx tx, Company company, NewTask wanted) {
        return create(tx, company, wanted, costs.createTask());
    }

    /**
     * Makes a task.
     *
     * @param cost how many credits that takes
     */
    public Task create(Tx tx, Company company, NewTask wanted, long cost) {
        Agent agent = assignment.agentFor(tx, company, wanted);
        long estimate = costs.heartbeat() + costs.turn();
        Verdict verdict = companies.limits().require(tx, company, null, Action.task(cost, estimate));
        String doubt = verdict instanceof NeedsApproval needed ? needed.reason() : gate(wanted);
        Task task = records.add(tx, task(tx, company, agent, wanted, doubt != null));
        companies.ledger().record(tx, company.id(), created(task).cost(cost));
        if (doubt != null) {
            String context = task.title() + ": " + doubt;
            approvals.request(
                    tx,
                    company.id(),
                    task.id(),
                    agent.actor(),
                    new Approval.Request(agent.id(), task.source().runId(), "create_task", estimate, context));
        } else {
            worker.offer(tx, agent);
        }
        return task;
    }

    private static @Nullable String gate(NewTask wanted) {
        return wanted.gated() ? "the step requires approval" : null;
    }

    private static Task task(Tx tx, Company company, Agent agent, NewTask wanted, boolean waits) {
        return new Task(
                TaskRecords.newId(tx),
                company.id(),
                agent.id(),
                new Task.Said(wanted.title(), wanted.description(), wanted.priority(), wanted.metadata()),
                wanted.source(),
                waits ? TaskStatus.PENDING_APPROVAL : TaskStatus.PENDING,
                Task.Outcome.NONE,
                Task.Work.of(null, wanted.otherwise().steps()),
                new Task.Times(tx.now(), tx.now(), null, null));
    }

    private static Happening created(Task task) {
        return Happening.of(ActivityType.TASK, task.resource(), "created", "Created task: " + task.title());
    }

    /**
     * A task of a company.
     *
     * @throws NotFound when the company has none such
     */
    public Task visible(View view, Company company, String id) {
        return records.find(view, id)
                .filter(task -> task.companyId().equals(company.id()))
                .orElseThrow(() -> new NotFound("The company has no task " + id));
    }

    public Task get(View view, String id) {
        return records.get(view, id);
    }

    /** The tasks of a company. */
    public Rows<Task> ofCompany(View view, String companyId) {
        return records.ofCompany(view, companyId);
    }

    /** The task that an agent is at; empty when it is at none. */
    public Optional<Task> current(View view, Agent agent) {
        return records.current(view, agent.id());
    }

    /** Its place in the order of tasks, by which lists go on. */
    public long position(View view, Task task) {
        return records.position(view, task);
    }

    /**
     * Changes what is said of a task that no agent has taken up.
     *
     * @param agent the id or the role of the agent that is to do it from now on; null for the one it has
     * @throws Conflict when an agent has
     * @throws Invalid when its title would be blank
     */
    public Task update(Tx tx, Company company, Task task, UnaryOperator<Task.Said> change, @Nullable String agent) {
        if (task.isBegun() || task.status().isFinal()) {
            throw new Conflict("The task is " + task.status().word() + " and cannot be changed any more");
        }
        Task.Said said = change.apply(task.said());
        if (said.title().isBlank()) {
            throw Invalid.at("$.title", "must not be blank");
        }
        String agentId = agent == null
                ? task.agentId()
                : companies.agents().visible(tx, company, agent).id();
        Task updated = records.update(tx, task.with(agentId, said, tx.now()));
        worker.offer(tx, companies.agents().get(tx, agentId));
        return updated;
    }

    /**
     * Has an agent's heart beat at once.
     *
     * @throws Conflict when it is paused, errored or not ready, or its company is not running
     * @throws GovernanceBlocked when a rule forbids it
     */
    public Agent wake(Tx tx, Company company, Agent agent) {
        companies.limits().require(tx, company, agent, Action.other("wake_agent", 0));
        if (!companies.agents().mayAct(tx, agent)) {
            throw new Conflict(
                    "The agent " + agent.role() + " is " + agent.status().word() + " in a company that is "
                            + company.status().word() + " and cannot be woken: both must be resumed first");
        }
        return companies.heartbeats().now(tx, agent, true);
    }
}
