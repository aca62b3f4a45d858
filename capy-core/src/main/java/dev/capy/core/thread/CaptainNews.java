package dev.capy.core.thread;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Tx;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.review.ReviewEnded;
import dev.capy.core.session.Sessions;
import dev.capy.core.source.Branch;
import dev.capy.core.source.CheckReported;
import dev.capy.core.source.PullRequestClosed;
import dev.capy.core.source.PullRequestMerged;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskEnded;
import dev.capy.core.task.Tasks;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmPlaced;
import dev.capy.core.vm.VmRunning;
import java.util.List;
import java.util.Objects;

/** What happens elsewhere and concerns a thread: to its machine, its tasks, and what its Captain waits for. */
final class CaptainNews {

    private final Registry registry;
    private final ThreadRecords records;
    private final CaptainMachines machines;
    private final Sessions sessions;
    private final Sources sources;
    private final Tasks tasks;
    private final CaptainWaits waits;
    private final Captain captain;

    CaptainNews(
            Registry registry,
            ThreadRecords records,
            CaptainMachines machines,
            Sessions sessions,
            Sources sources,
            Tasks tasks,
            CaptainWaits waits,
            Captain captain) {
        this.registry = registry;
        this.records = records;
        this.machines = machines;
        this.sessions = sessions;
        this.sources = sources;
        this.tasks = tasks;
        this.waits = waits;
        this.captain = captain;
    }

    void listen() {
        registry.subscribe(VmPlaced.class, this::vmPlaced)
                .subscribe(VmRunning.class, this::vmRunning)
                .subscribe(VmLost.class, this::vmLost)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded)
                .subscribe(TaskEnded.class, this::taskEnded)
                .subscribe(CheckReported.class, this::checkReported)
                .subscribe(ReviewEnded.class, (tx, ended) -> reconsider(tx, ended.repoFullName(), ended.headRef()))
                .subscribe(
                        PullRequestMerged.class,
                        (tx, merged) -> reconsider(tx, merged.repoFullName(), merged.headRef()))
                .subscribe(
                        PullRequestClosed.class,
                        (tx, closed) -> reconsider(tx, closed.repoFullName(), closed.headRef()));
    }

    private void vmPlaced(Tx tx, VmPlaced placed) {
        records.onVm(tx, placed.vmId())
                .filter(thread -> thread.runState() == RunState.QUEUED)
                .ifPresent(thread -> {
                    machines.noteHost(tx, thread.id());
                    records.update(tx, thread.id(), run -> run.to(RunState.RUNNING, List.of()));
                    if (thread.run().isPreparing()) {
                        captain.act(tx, thread.id());
                    }
                });
    }

    private void vmRunning(Tx tx, VmRunning running) {
        records.onVm(tx, running.vmId()).ifPresent(thread -> {
            sessions.machineIsUp(tx, thread.id());
            if (!thread.run().isPreparing() && thread.runState() == RunState.RUNNING) {
                captain.act(tx, thread.id());
            }
        });
    }

    private void provisioningEnded(Tx tx, ProvisioningEnded ended) {
        records.onVm(tx, ended.vmId())
                .filter(thread -> ended.provisioningId()
                        .equals(Objects.requireNonNull(thread.run().machine()).provisioningId()))
                .ifPresent(thread -> {
                    if (ended.ready()) {
                        machines.prepared(tx, thread, ended.provisioningId());
                    } else {
                        giveUp(tx, thread, "could not be prepared: " + machines.failure(tx, ended.provisioningId()));
                    }
                });
    }

    private void vmLost(Tx tx, VmLost lost) {
        records.onVm(tx, lost.vmId())
                .filter(thread -> !thread.run().isPreparing())
                .ifPresent(thread -> giveUp(tx, thread, "was lost: " + lost.reason()));
    }

    /** A Captain without a machine stops, and says why; one that only waits gets another when it goes on. */
    private void giveUp(Tx tx, CaptainThread thread, String why) {
        if (thread.runState().isActive()) {
            captain.giveUp(tx, thread, "I had to stop: my machine " + why);
        } else {
            machines.drop(tx, thread.id());
        }
    }

    private void taskEnded(Tx tx, TaskEnded ended) {
        if (ended.threadId() != null) {
            CaptainThread thread = records.get(tx, ended.threadId());
            if (thread.run().program() != null && thread.runState() != RunState.STOPPING) {
                records.update(tx, thread.id(), run -> run.withWakeups(run.pendingWakeups() + 1));
                reconsider(tx, thread);
            }
        }
    }

    private void checkReported(Tx tx, CheckReported reported) {
        sources.branchesAt(tx, reported.repoFullName(), reported.commit())
                .oldestFirst()
                .map(Branch::name)
                .toList()
                .forEach(branch -> reconsider(tx, reported.repoFullName(), branch));
    }

    /** Something has happened to the pull request of a branch: the Captain that delegated it may have waited for that. */
    private void reconsider(Tx tx, String repoFullName, String branch) {
        tasks.ofBranch(tx, repoFullName, branch)
                .map(Task::threadId)
                .ifPresent(threadId -> reconsider(tx, records.get(tx, threadId)));
    }

    private void reconsider(Tx tx, CaptainThread thread) {
        if (thread.runState() == RunState.WAITING && waits.isOver(tx, thread)) {
            captain.resume(tx, thread.id());
        }
    }
}
