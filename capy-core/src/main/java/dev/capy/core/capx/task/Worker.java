package dev.capy.core.capx.task;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.AgentLogs;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.activity.LogLine.Level;
import dev.capy.core.capx.approval.Approval;
import dev.capy.core.capx.approval.ApprovalStatus;
import dev.capy.core.capx.approval.Approvals;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.AgentGone;
import dev.capy.core.capx.company.AgentReady;
import dev.capy.core.capx.company.Agents;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.company.HeartbeatDue;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.governance.Rule;
import dev.capy.core.capx.governance.Verdict;
import dev.capy.core.capx.governance.Verdict.Blocked;
import dev.capy.core.capx.settings.CapxSettings;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.script.AgentRequest;
import dev.capy.core.script.CompanyStep;
import dev.capy.core.script.CompanySteps;
import dev.capy.core.script.Origin;
import dev.capy.core.script.Scripts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How agents work: from heartbeat to heartbeat, task by task, step by step. Stateless. */
final class Worker {

    /** The step that an agent is at is over. */
    record WorkDue(String taskId) implements Timer {
        @Override
        public String describe() {
            return "work at task " + taskId;
        }
    }

    private final TaskRecords records;
    private final Companies companies;
    private final Agents agents;
    private final Approvals approvals;
    private final Scripts scripts;
    private final AgentLogs logs;
    private final CapxSettings settings;
    private final StepWork steps;

    Worker(
            Registry registry,
            TaskRecords records,
            Companies companies,
            Approvals approvals,
            Scripts scripts,
            AgentLogs logs,
            CapxSettings settings) {
        this.records = records;
        this.companies = companies;
        this.agents = companies.agents();
        this.approvals = approvals;
        this.scripts = scripts;
        this.logs = logs;
        this.settings = settings;
        this.steps = new StepWork(settings);
        registry.on(HeartbeatDue.class, this::heartbeat)
                .on(WorkDue.class, this::due)
                .subscribe(AgentReady.class, this::ready)
                .subscribe(AgentGone.class, this::gone);
    }

    /** Has an agent's heart beat at once if it may work and has something to work at. */
    void offer(Tx tx, Agent agent) {
        if (agents.mayAct(tx, agent) && hasWork(tx, agent)) {
            companies.heartbeats().now(tx, agent, false);
        }
    }

    /** Has an agent's heart beat at once if it is still there, may work and has something to work at. */
    void offer(Tx tx, String agentId) {
        agents.find(tx, agentId).ifPresent(agent -> offer(tx, agent));
    }

    private boolean hasWork(View view, Agent agent) {
        return records.current(view, agent.id())
                .map(Task::isResting)
                .orElseGet(() -> records.next(view, agent.id()).isPresent());
    }

    private void ready(Tx tx, AgentReady ready) {
        agents.find(tx, ready.agentId())
                .filter(agent -> agents.mayAct(tx, agent))
                .ifPresent(agent -> {
                    companies.heartbeats().later(tx, agent);
                    offer(tx, agents.get(tx, agent.id()));
                });
    }

    private void heartbeat(Tx tx, HeartbeatDue due) {
        agents.find(tx, due.agentId()).filter(agent -> agents.mayAct(tx, agent)).ifPresent(agent -> {
            Agent beating = companies.heartbeats().beat(tx, agent);
            if (!work(tx, beating) && due.woken()) {
                companies.ledger().record(tx, agent.companyId(), beat(agent, "found nothing to do"));
            }
        });
    }

    private static Happening beat(Agent agent, String did) {
        return Happening.of(ActivityType.HEARTBEAT, agent.resource(), "fired", "The agent " + agent.role() + " " + did)
                .event("heartbeat.fired")
                .by(agent.actor());
    }

    /** Goes on with the task that an agent is at, or takes up the next one; whether there was one. */
    private boolean work(Tx tx, Agent agent) {
        Optional<Task> current = records.current(tx, agent.id());
        if (current.isPresent()) {
            current.filter(Task::isResting).ifPresent(task -> act(tx, task));
            return current.get().isResting();
        }
        return records.next(tx, agent.id()).map(task -> takeUp(tx, agent, task)).orElse(false);
    }

    private boolean takeUp(Tx tx, Agent agent, Task task) {
        long cost = settings.costs().heartbeat();
        Action heartbeat = Action.other("heartbeat", cost);
        Verdict verdict = companies.limits().judge(tx, company(tx, task), agent, heartbeat);
        if (verdict instanceof Blocked blocked) {
            rest(tx, agent, heartbeat, blocked);
            return false;
        }
        companies
                .ledger()
                .record(tx, task.companyId(), beat(agent, "took up a task").cost(cost));
        Scripts.Chosen<CompanyStep> chosen = scripts.company(
                tx, request(task, agent), new CompanySteps(task.work().steps()));
        Task begun = task.with(
                        TaskStatus.IN_PROGRESS, Task.Work.of(chosen.script().orElse(null), chosen.steps()))
                .with(task.outcome().spend(cost))
                .with(task.times().started(tx.now()));
        tell(tx, records.update(tx, begun), agent, "started", "Started task: " + task.title());
        logs.write(tx, agent.actor(), Level.INFO, "Started task: " + task.title());
        act(tx, begun);
        return true;
    }

    private static AgentRequest request(Task task, Agent agent) {
        Origin origin = task.source().runId() == null ? Origin.API : Origin.AUTOMATION;
        return new AgentRequest(task.companyId(), task.said().prompt(), origin, List.of(agent.role()));
    }

    private Company company(View view, Task task) {
        return companies.get(view, task.companyId());
    }

    private void due(Tx tx, WorkDue due) {
        Task task = records.get(tx, due.taskId());
        Task stepped = records.update(tx, task.with(task.work().stepped()));
        if (agents.mayAct(tx, agents.get(tx, task.agentId()))) {
            act(tx, stepped);
        }
    }

    /** Does one step after the other until one takes time or must not be done, or there are none. */
    private void act(Tx tx, Task begun) {
        Task task = begun;
        while (!task.work().isDone()) {
            Agent agent = agents.get(tx, task.agentId());
            if (!isPermitted(tx, task, agent)) {
                return;
            }
            task = perform(tx, task, agent);
            Optional<Duration> takes = steps.duration(tx, task.work().current());
            if (takes.isPresent()) {
                long entry = tx.schedule(takes.get(), new WorkDue(task.id()));
                records.update(tx, task.with(task.work().until(entry)));
                return;
            }
            if (task.outcome().error() != null) {
                end(tx, task, TaskStatus.FAILED);
                return;
            }
            task = records.update(tx, task.with(task.work().stepped()));
        }
        end(tx, task, TaskStatus.COMPLETED);
    }

    /** Whether the step that a task has come to may be done; does what follows when it may not. */
    private boolean isPermitted(Tx tx, Task task, Agent agent) {
        CompanyStep step = task.work().current();
        Optional<Action> action = steps.action(step);
        if (action.isEmpty()) {
            return true;
        }
        Company company = company(tx, task);
        Verdict verdict = companies.limits().judge(tx, company, agent, action.get());
        if (verdict instanceof Blocked blocked) {
            refuse(tx, task, agent, action.get(), blocked);
            return false;
        }
        boolean asks = verdict instanceof Verdict.NeedsApproval || steps.asks(step, company.governance());
        if (asks && !task.work().isApproved()) {
            ask(tx, task, agent, action.get(), steps.context(step, verdict));
            return false;
        }
        return true;
    }

    private void refuse(Tx tx, Task task, Agent agent, Action action, Blocked blocked) {
        logs.write(tx, agent.actor(), Level.WARN, blocked.reason());
        if (blocked.rule() == Rule.POLICY) {
            companies
                    .ledger()
                    .record(
                            tx,
                            task.companyId(),
                            Happening.of(ActivityType.GOVERNANCE, task.resource(), "blocked", blocked.reason())
                                    .event("governance.blocked")
                                    .by(agent.actor()));
            end(tx, task.with(task.outcome().error(blocked.reason())), TaskStatus.FAILED);
        } else {
            rest(tx, agent, action, blocked);
        }
    }

    /** Leaves what an agent is at as it is, until it may go on. */
    private void rest(Tx tx, Agent agent, Action action, Blocked blocked) {
        if (blocked.rule() == Rule.SPEND_CAP) {
            companies.budgets().exhausted(tx, agents.get(tx, agent.id()), action.cost(), blocked);
        }
    }

    private void ask(Tx tx, Task task, Agent agent, Action action, String context) {
        approvals.request(
                tx,
                task.companyId(),
                task.id(),
                agent.actor(),
                new Approval.Request(agent.id(), task.source().runId(), action.name(), action.estimate(), context));
        records.update(tx, task.with(TaskStatus.PENDING_APPROVAL, task.work().until(0)));
        logs.write(tx, agent.actor(), Level.INFO, "Waits for approval of " + action.name());
    }

    /** Pays for the step that a task has come to and does it, as far as it needs no time. */
    private Task perform(Tx tx, Task task, Agent agent) {
        CompanyStep step = task.work().current();
        long cost = steps.cost(step);
        logs.write(tx, agent.actor(), Level.INFO, steps.line(step, task, agent));
        if (cost > 0) {
            Happening.Purpose purpose =
                    new Happening.Purpose(agent.model(), task.source().playbookId());
            companies
                    .ledger()
                    .record(
                            tx,
                            task.companyId(),
                            Happening.of(ActivityType.COST, task.resource(), "spent", steps.line(step, task, agent))
                                    .event("cost.spent")
                                    .by(agent.actor())
                                    .cost(cost)
                                    .on(purpose));
        }
        return records.update(tx, task.with(steps.outcome(step, task, agent).spend(cost)));
    }

    /** Brings a task to its end. */
    void end(Tx tx, Task task, TaskStatus how) {
        tx.cancel(task.work().entry());
        Task ended = records.update(
                tx, task.with(how, task.work().until(0)).with(task.times().ended(tx.now())));
        Optional<Agent> agent = agents.find(tx, task.agentId());
        String failure = ended.outcome().error();
        String sentence = how.word() + " task: " + task.title() + (failure == null ? "" : ": " + failure);
        tell(
                tx,
                ended,
                agent.orElse(null),
                how.word(),
                Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
        tx.emit(new CompanyTaskEnded(task.id()));
        agent.ifPresent(free -> {
            logs.write(tx, free.actor(), how == TaskStatus.COMPLETED ? Level.INFO : Level.ERROR, sentence);
            offer(tx, free);
        });
    }

    private void tell(Tx tx, Task task, @Nullable Agent agent, String action, String sentence) {
        ActivityType type = action.equals(TaskStatus.FAILED.word()) ? ActivityType.ERROR : ActivityType.TASK;
        Happening what = Happening.of(type, task.resource(), action, sentence);
        companies.ledger().record(tx, task.companyId(), agent == null ? what : what.by(agent.actor()));
    }

    private void gone(Tx tx, AgentGone gone) {
        for (Task task : records.open(tx, gone.agentId())) {
            approvals
                    .pending(tx, task.id())
                    .ifPresent(approval -> approvals.resolve(tx, approval, ApprovalStatus.WITHDRAWN, null));
            end(tx, task.with(task.outcome().error("its agent is no more")), TaskStatus.FAILED);
        }
    }
}
