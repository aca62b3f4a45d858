package dev.capy.core.task;

import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.provisioning.StepLog;
import dev.capy.core.script.Scripts;
import dev.capy.core.shell.Environment;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmPlaced;
import dev.capy.core.vm.VmSize;
import dev.capy.core.warmpool.Instance;
import dev.capy.core.warmpool.WarmPools;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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
    private final PersonalVariables variables;
    private final Hypervisor hypervisor;
    private final Provisioner provisioner;
    private final Plans plans;
    private final WarmPools warmPools;
    private final Scripts scripts;
    private final BuildAgent agent;

    BuildRuns(
            Registry registry,
            TaskRecords records,
            Projects projects,
            PersonalVariables variables,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Plans plans,
            WarmPools warmPools,
            Scripts scripts,
            BuildAgent agent) {
        this.records = records;
        this.projects = projects;
        this.variables = variables;
        this.hypervisor = hypervisor;
        this.provisioner = provisioner;
        this.plans = plans;
        this.warmPools = warmPools;
        this.scripts = scripts;
        this.agent = agent;
        registry.on(AgentDue.class, (tx, due) -> act(tx, due.jamId()))
                .subscribe(VmPlaced.class, this::vmPlaced)
                .subscribe(VmLost.class, this::vmLost)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded);
    }

    /** Starts a run of {@code task}, which is in a status that allows it. */
    Task start(Tx tx, Task task, String prompt) {
        Task queued = task.to(TaskStatus.QUEUED, tx.now());
        Project project = projects.project(tx, task.projectId());
        List<ProjectRepo> repos = agent.checkouts(tx, task);
        Environment environment = variables.environment(tx, project, task.authorId());
        Optional<Instance> warm = warmPools.claim(tx, project, repos, plans.size(tx, project));
        Provisioning provisioning = warm.map(instance -> provisioner.prepare(
                        tx, instance.vmId(), Plans.restored(project, repos).in(environment)))
                .orElseGet(() -> provisioner.start(
                        tx,
                        "task " + task.identifier(),
                        plans.fresh(tx, project, repos, List.of()).in(environment)));
        Jam jam = new Jam(
                tx.newId(),
                task.id(),
                prompt,
                provisioning.vmId(),
                provisioning.id(),
                environment,
                scripts.build(),
                0,
                null,
                0,
                Collections.emptySortedMap(),
                "",
                null,
                tx.now(),
                null,
                null);
        records.add(tx, jam);
        records.update(tx, queued.runningAs(jam.id(), tx.now()));
        return hasHost(tx, jam) ? beginWork(tx, jam) : records.get(tx, task.id());
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
                .filter(jam -> ended.provisioningId().equals(jam.provisioningId()))
                .ifPresent(jam -> {
                    if (ended.ready()) {
                        provisioner.forget(tx, ended.provisioningId());
                        Task task = records.get(tx, jam.taskId());
                        records.update(tx, jam.startingFrom(agent.openBranches(tx, task)));
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
                .filter(jam -> jam.provisioningId() == null)
                .ifPresent(jam -> fail(tx, jam, "the machine was lost: " + lost.reason()));
    }

    /** Lets the agent act until it has to wait or is done. */
    private void act(Tx tx, String jamId) {
        Jam jam = records.jam(tx, jamId);
        while (jam.isUnderWay() && !jam.isDone()) {
            Task task = records.get(tx, jam.taskId());
            BuildAgent.Deed deed = agent.act(tx, task, jam);
            if (deed.failure() != null) {
                fail(tx, deed.jam(), deed.failure());
                return;
            }
            jam = deed.jam();
            if (deed.pause() != null) {
                String step = jam.current().getClass().getSimpleName();
                long entry = tx.schedule(deed.pause(), new AgentDue(jamId, step));
                records.update(tx, jam.waitingFor(jam.executionId(), entry));
                return;
            }
            records.update(tx, jam);
        }
        end(tx, jam, TaskStatus.NEEDS_REVIEW, null);
    }

    private void bill(Tx tx, Jam jam) {
        Instant since = jam.hostedAt();
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
        boolean hasWork = agent.hasCommits(tx, task);
        return end(tx, jam, hasWork ? TaskStatus.NEEDS_REVIEW : TaskStatus.BACKLOG, null);
    }

    private Task end(Tx tx, Jam jam, TaskStatus status, @Nullable String failure) {
        tx.cancel(jam.entry());
        if (jam.provisioningId() != null) {
            provisioner.forget(tx, jam.provisioningId());
        }
        bill(tx, jam);
        hypervisor.destroy(tx, jam.machine());
        records.update(tx, jam.ended(failure, tx.now()));
        Task ended = records.update(tx, records.get(tx, jam.taskId()).to(status, tx.now()));
        tx.emit(new TaskEnded(ended.id(), ended.threadId(), failure));
        return ended;
    }
}
