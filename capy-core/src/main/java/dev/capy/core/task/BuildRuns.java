package dev.capy.core.task;

import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Budget;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plan;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.provisioning.StepLog;
import dev.capy.core.script.AgentRequest;
import dev.capy.core.script.BuildStep;
import dev.capy.core.script.Scripts;
import dev.capy.core.setup.Setups;
import dev.capy.core.shell.Environment;
import dev.capy.core.snapshot.Snapshots;
import dev.capy.core.task.BuildAgent.Deed;
import dev.capy.core.task.Jam.Agenda;
import dev.capy.core.task.Jam.Place;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmPlaced;
import dev.capy.core.vm.VmSize;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.WarmPools;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runs of tasks: where their machines come from, when their agents act, and how they end. */
final class BuildRuns {

    /** The agent's next step is due, or what the last one waited for is over. */
    record AgentDue(String jamId, String step) implements Timer {
        @Override
        public String describe() {
            return "build agent of jam " + jamId + ": " + step;
        }
    }

    private final TaskRecords records;
    private final Projects projects;
    private final Budget budget;
    private final PersonalVariables variables;
    private final Hypervisor hypervisor;
    private final Provisioner provisioner;
    private final Plans plans;
    private final WarmPools warmPools;
    private final Snapshots snapshots;
    private final Scripts scripts;
    private final Setups setups;
    private final Checkouts checkouts;
    private final TaskPullRequests pullRequests;
    private final BuildAgent agent;

    BuildRuns(
            Registry registry,
            TaskRecords records,
            Projects projects,
            Budget budget,
            PersonalVariables variables,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Plans plans,
            WarmPools warmPools,
            Snapshots snapshots,
            Setups setups,
            Scripts scripts,
            Checkouts checkouts,
            TaskPullRequests pullRequests,
            BuildAgent agent) {
        this.records = records;
        this.projects = projects;
        this.budget = budget;
        this.variables = variables;
        this.hypervisor = hypervisor;
        this.provisioner = provisioner;
        this.plans = plans;
        this.warmPools = warmPools;
        this.snapshots = snapshots;
        this.setups = setups;
        this.scripts = scripts;
        this.checkouts = checkouts;
        this.pullRequests = pullRequests;
        this.agent = agent;
        registry.on(AgentDue.class, (tx, due) -> act(tx, due.jamId()))
                .subscribe(VmPlaced.class, this::vmPlaced)
                .subscribe(VmLost.class, this::vmLost)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded);
    }

    /** Starts a run of {@code task}, which is in a status that allows it; scripts say what its agent does. */
    Task start(Tx tx, Task task, String prompt) {
        Task queued = task.to(TaskStatus.QUEUED, tx.now());
        AgentRequest request = new AgentRequest(
                task.projectId(), prompt, task.asked().origin(), task.asked().tags());
        Scripts.Chosen<BuildStep> chosen = scripts.build(tx, request);
        return start(tx, queued, prompt, Agenda.of(chosen.script().orElse(null), chosen.steps()));
    }

    /** Starts a run of {@code task}, which is in a status that allows it, and says what its agent does. */
    Task start(Tx tx, Task task, Agenda agenda) {
        return start(tx, task.to(TaskStatus.QUEUED, tx.now()), task.prompt(), agenda);
    }

    private Task start(Tx tx, Task queued, String prompt, Agenda agenda) {
        budget.require(tx, queued.projectId());
        Project project = projects.project(tx, queued.projectId());
        Environment environment = variables.environment(tx, project, queued.authorId());
        Provisioning machine = machine(tx, project, queued, environment);
        Place place = new Place(
                machine.vmId(),
                machine.id(),
                null,
                environment,
                setups.get(tx, project).setup());
        Jam jam = Jam.begin(tx.newId(), queued.id(), prompt, queued.effort(), place, agenda, tx.now());
        records.add(tx, jam);
        records.update(tx, queued.runningAs(jam.id(), tx.now()));
        return hasHost(tx, jam) ? beginWork(tx, jam) : records.get(tx, queued.id());
    }

    /** A machine of the warm pool where one matches, or one from a snapshot where that counts, or else a fresh one. */
    private Provisioning machine(Tx tx, Project project, Task task, Environment environment) {
        List<ProjectRepo> repos = checkouts.of(tx, task);
        Optional<Instance> warm = warmPools.claim(tx, project, repos, plans.size(tx, project));
        String purpose = "task " + task.identifier();
        Plan rest = plans.restored(tx, project, repos).in(environment);
        return warm.map(instance -> provisioner.prepare(tx, instance.vmId(), rest))
                .or(() -> snapshots
                        .usable(tx, project)
                        .map(snapshot -> provisioner.restore(tx, purpose, snapshot.disk(), rest)))
                .orElseGet(() -> provisioner.start(
                        tx, purpose, plans.fresh(tx, project, repos, List.of()).in(environment)));
    }

    private boolean hasHost(Tx tx, Jam jam) {
        return hypervisor
                .find(tx, jam.machine())
                .map(Vm::state)
                .filter(state -> state.isOnHost())
                .isPresent();
    }

    private Task beginWork(Tx tx, Jam jam) {
        records.update(tx, jam.hosted(tx.now()));
        return records.update(tx, records.get(tx, jam.taskId()).to(TaskStatus.IN_PROGRESS, tx.now()));
    }

    private void vmPlaced(Tx tx, VmPlaced placed) {
        records.onVm(tx, placed.vmId())
                .filter(jam -> records.get(tx, jam.taskId()).status() == TaskStatus.QUEUED)
                .ifPresent(jam -> beginWork(tx, jam));
    }

    private void provisioningEnded(Tx tx, ProvisioningEnded ended) {
        records.onVm(tx, ended.vmId())
                .filter(jam -> ended.provisioningId().equals(jam.place().provisioningId()))
                .ifPresent(jam -> {
                    if (ended.ready()) {
                        provisioner.forget(tx, ended.provisioningId());
                        Task task = records.get(tx, jam.taskId());
                        records.update(tx, jam.startingFrom(checkouts.openBranches(tx, task)));
                        act(tx, jam.id());
                    } else {
                        fail(tx, jam, reason(tx, ended.provisioningId()));
                    }
                });
    }

    private String reason(Tx tx, String provisioningId) {
        return provisioner
                .find(tx, provisioningId)
                .flatMap(Provisioning::failure)
                .map(BuildRuns::describe)
                .orElse("the machine could not be prepared");
    }

    private static String describe(StepLog failed) {
        return failed.name() + " failed: " + failed.error();
    }

    private void vmLost(Tx tx, VmLost lost) {
        records.onVm(tx, lost.vmId())
                .filter(jam -> !jam.isPreparing())
                .ifPresent(jam -> fail(tx, jam, "the machine was lost: " + lost.reason()));
    }

    /** Lets the agent act until it has to wait or is done. */
    private void act(Tx tx, String jamId) {
        Jam jam = records.jam(tx, jamId);
        while (!jam.agenda().isDone()) {
            Deed deed = agent.act(tx, records.get(tx, jam.taskId()), jam);
            if (!(deed instanceof Deed.Done done)) {
                pause(tx, deed);
                return;
            }
            jam = records.update(tx, done.jam());
        }
        end(tx, jam, reviewable(tx, records.get(tx, jam.taskId())), null);
    }

    /** Where a task is whose run has ended well: there is nothing to review in what is merged already. */
    private TaskStatus reviewable(View view, Task task) {
        return pullRequests.areMerged(view, task) ? TaskStatus.COMPLETED : TaskStatus.NEEDS_REVIEW;
    }

    private void pause(Tx tx, Deed deed) {
        if (deed instanceof Deed.Pause pause) {
            Jam jam = pause.jam();
            String step = jam.agenda().current().getClass().getSimpleName();
            long entry = tx.schedule(pause.duration(), new AgentDue(jam.id(), step));
            records.update(tx, jam.with(jam.agenda().waitingFor(entry)));
        } else if (deed instanceof Deed.Failed failed) {
            fail(tx, failed.jam(), failed.why());
        }
    }

    private void bill(Tx tx, Jam jam) {
        Instant since = jam.place().hostedAt();
        if (since != null) {
            VmSize size = hypervisor.find(tx, jam.machine()).map(Vm::size).orElse(Plans.DEFAULT_SIZE);
            tx.emit(new MachineUsed(jam.id(), size.word(), Duration.between(since, tx.now())));
        }
    }

    private void fail(Tx tx, Jam jam, String why) {
        end(tx, jam, TaskStatus.ERROR, why);
    }

    /** Ends the run that is under way because someone said so. */
    Task stop(Tx tx, Task task) {
        Jam jam = records.currentRun(tx, task);
        return end(tx, jam, checkouts.haveCommits(tx, task) ? reviewable(tx, task) : TaskStatus.BACKLOG, null);
    }

    private Task end(Tx tx, Jam jam, TaskStatus status, @Nullable String failure) {
        tx.cancel(jam.agenda().entry());
        if (jam.place().provisioningId() != null) {
            provisioner.forget(tx, jam.place().provisioningId());
        }
        bill(tx, jam);
        hypervisor.destroy(tx, jam.machine());
        records.update(tx, jam.ended(failure, tx.now()));
        Task ended = records.update(tx, records.get(tx, jam.taskId()).to(status, tx.now()));
        tx.emit(new TaskEnded(ended.id(), ended.threadId(), failure));
        return ended;
    }
}
