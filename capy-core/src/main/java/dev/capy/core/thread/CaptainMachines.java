package dev.capy.core.thread;

import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Plans;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.provisioning.Provisioning;
import dev.capy.core.session.Sessions;
import dev.capy.core.thread.Run.Machine;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.VmSize;
import dev.capy.core.vm.VmState;

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
    private final Hypervisor hypervisor;
    private final Provisioner provisioner;
    private final Sessions sessions;
    private final ThreadRecords records;

    CaptainMachines(
            Projects projects,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Sessions sessions,
            ThreadRecords records) {
        this.projects = projects;
        this.sessions = sessions;
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
        return switch (state(tx, machine)) {
            case CREATING, RESUMING -> Readiness.QUEUED;
            case BOOTING -> wasSuspended ? Readiness.RESUMING : Readiness.NOW;
            default -> Readiness.NOW;
        };
    }

    private Readiness create(Tx tx, CaptainThread thread) {
        Project project = projects.project(tx, thread.projectId());
        Provisioning started = provisioner.start(
                tx, "captain of thread " + thread.id(), Plans.captain(project, VmSize.SMALL, thread.repos()));
        sessions.begin(tx, thread.id(), project, thread.authorId(), started.vmId());
        Machine machine = new Machine(started.vmId(), started.id());
        records.update(tx, thread.id(), run -> run.on(machine));
        return state(tx, machine) == VmState.CREATING ? Readiness.QUEUED : Readiness.NOW;
    }

    private VmState state(View view, Machine machine) {
        return hypervisor.find(view, machine.vmId()).orElseThrow().state();
    }

    /** Suspends a Captain's machine, now or as soon as it has been made ready. */
    void rest(Tx tx, String threadId) {
        Run run = records.get(tx, threadId).run();
        if (run.machine() != null && !run.isPreparing()) {
            hypervisor.suspend(tx, run.machine().vmId());
        }
    }

    /** Takes note that a Captain's machine has been made ready. */
    void prepared(Tx tx, CaptainThread thread, String vmId, String provisioningId) {
        provisioner.forget(tx, provisioningId);
        records.update(tx, thread.id(), run -> run.on(new Machine(vmId, null)));
        if (!thread.runState().isActive()) {
            rest(tx, thread.id());
        }
    }

    /** Ends a Captain's machine. */
    void drop(Tx tx, String threadId) {
        Machine machine = records.get(tx, threadId).run().machine();
        if (machine != null) {
            if (machine.provisioningId() != null) {
                provisioner.forget(tx, machine.provisioningId());
            }
            hypervisor.destroy(tx, machine.vmId());
            sessions.end(tx, threadId);
            records.update(tx, threadId, run -> run.on(null));
        }
    }
}
