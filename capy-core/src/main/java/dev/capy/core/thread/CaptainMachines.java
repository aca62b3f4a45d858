package dev.capy.core.thread;

import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.catalog.MachineUsed;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plan;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.session.Sessions;
import dev.capy.core.thread.Run.Machine;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.VmSize;
import dev.capy.core.vm.VmState;
import java.time.Duration;
import java.util.List;

/**
 * The machines of Captains: small, made on demand, suspended whenever their thread does not run, so that nothing ever
 * waits for a machine while it holds one.
 */
final class CaptainMachines {

    /** How soon a Captain can act. */
    enum Readiness {
        /** At once; its first machine is prepared beside its first turn. */
        NOW,
        /** When its machine has been resumed. */
        RESUMING,
        /** When a host has room for its machine. */
        QUEUED
    }

    private final Projects projects;
    private final PersonalVariables variables;
    private final Hypervisor hypervisor;
    private final Provisioner provisioner;
    private final Sessions sessions;
    private final BrowserSnapshots browserSnapshots;
    private final ThreadRecords records;

    CaptainMachines(
            Projects projects,
            PersonalVariables variables,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Sessions sessions,
            BrowserSnapshots browserSnapshots,
            ThreadRecords records) {
        this.projects = projects;
        this.variables = variables;
        this.sessions = sessions;
        this.browserSnapshots = browserSnapshots;
        this.hypervisor = hypervisor;
        this.provisioner = provisioner;
        this.records = records;
    }

    /** Sees to it that a thread's Captain has a machine that is awake, or will be. */
    Readiness wake(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        Machine machine = thread.run().machine();
        if (machine == null) {
            return create(tx, thread);
        }
        boolean wasSuspended = state(tx, machine) == VmState.SUSPENDED;
        hypervisor.resume(tx, machine.vmId());
        noteHost(tx, threadId);
        return switch (state(tx, machine)) {
            case CREATING, RESUMING -> Readiness.QUEUED;
            case BOOTING -> wasSuspended ? Readiness.RESUMING : Readiness.NOW;
            default -> Readiness.NOW;
        };
    }

    private Readiness create(Tx tx, CaptainThread thread) {
        Project project = projects.project(tx, thread.projectId());
        Plan plan = Plans.captain(project, VmSize.SMALL, thread.repos())
                .in(variables.environment(tx, project, thread.authorId()));
        Provisioning started = provisioner.start(tx, "captain of thread " + thread.id(), plan);
        browserSnapshots.install(
                tx,
                started.vmId(),
                thread.authorId(),
                project.id(),
                thread.attachments().browserSnapshotIds());
        sessions.begin(tx, thread.id(), project, thread.authorId(), started.vmId());
        Machine machine = new Machine(started.vmId(), started.id(), null);
        records.update(tx, thread.id(), run -> run.on(machine));
        noteHost(tx, thread.id());
        return state(tx, machine) == VmState.CREATING ? Readiness.QUEUED : Readiness.NOW;
    }

    /** Takes note since when a Captain's machine is on a host, if it is. */
    void noteHost(Tx tx, String threadId) {
        Machine machine = records.get(tx, threadId).run().machine();
        if (machine != null && machine.hostedAt() == null && state(tx, machine).isOnHost()) {
            records.update(tx, threadId, run -> run.on(machine.hosted(tx.now())));
        }
    }

    /** Charges for the time that a Captain's machine was on a host until now. */
    private void bill(Tx tx, String threadId) {
        Machine machine = records.get(tx, threadId).run().machine();
        if (machine != null && machine.hostedAt() != null) {
            tx.emit(new MachineUsed(threadId, VmSize.SMALL.word(), Duration.between(machine.hostedAt(), tx.now())));
            records.update(tx, threadId, run -> run.on(machine.hosted(null)));
        }
    }

    private VmState state(View view, Machine machine) {
        return hypervisor.find(view, machine.vmId()).orElseThrow().state();
    }

    /** Suspends a Captain's machine, now or as soon as it has been made ready. */
    void rest(Tx tx, String threadId) {
        Run run = records.get(tx, threadId).run();
        if (run.machine() != null && !run.isPreparing()) {
            hypervisor.suspend(tx, run.machine().vmId());
            bill(tx, threadId);
        }
    }

    /** Takes note that a Captain's machine has been made ready. */
    void prepared(Tx tx, CaptainThread thread, String provisioningId) {
        provisioner.forget(tx, provisioningId);
        records.update(tx, thread.id(), Run::prepared);
        if (!thread.runState().isActive()) {
            rest(tx, thread.id());
        }
    }

    /** Gives the browser of a thread's Captain something to start with; one without a machine finds it on its next one. */
    void browseWith(Tx tx, CaptainThread thread, String userId, List<String> snapshotIds) {
        Machine machine = thread.run().machine();
        if (machine != null) {
            browserSnapshots.install(tx, machine.vmId(), userId, thread.projectId(), snapshotIds);
        }
    }

    /** Why a Captain's machine could not be made ready. */
    String failure(View view, String provisioningId) {
        return provisioner
                .find(view, provisioningId)
                .flatMap(Provisioning::failure)
                .map(step -> step.name() + " failed: " + step.error())
                .orElse("nobody knows why");
    }

    /** Ends a Captain's machine. */
    void drop(Tx tx, String threadId) {
        Machine machine = records.get(tx, threadId).run().machine();
        if (machine != null) {
            bill(tx, threadId);
            if (machine.provisioningId() != null) {
                provisioner.forget(tx, machine.provisioningId());
            }
            hypervisor.destroy(tx, machine.vmId());
            sessions.end(tx, threadId);
            records.update(tx, threadId, run -> run.on(null));
        }
    }
}
