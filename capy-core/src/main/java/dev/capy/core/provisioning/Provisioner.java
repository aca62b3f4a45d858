package dev.capy.core.provisioning;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.provisioning.Provisioning.Current;
import dev.capy.core.provisioning.Provisioning.Status;
import dev.capy.core.provisioning.StepRun.Ended;
import dev.capy.core.vm.Hypervisor;
import dev.capy.core.vm.Vm;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmRunning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes virtual machines ready, step by step. Whoever starts one hears {@link ProvisioningEnded}, owns the machine, and
 * forgets the record when nobody needs its log any more. Thread-safe; the state is the transaction's.
 */
public final class Provisioner {

    private static final Table<Provisioning> PROVISIONINGS =
            Table.of("provisionings", Provisioning.class, Provisioning::id);
    private static final Index<Provisioning, String> UNDER_WAY = PROVISIONINGS.index(
            provisioning -> provisioning.status() == Status.PROVISIONING ? provisioning.vmId() : null);

    /** What a step waits for is over: its own work, or the command it runs. */
    record StepDue(String provisioningId, String step) implements Timer {
        @Override
        public String describe() {
            return step + " of provisioning " + provisioningId;
        }
    }

    private final Hypervisor hypervisor;
    private final StepRun steps;

    public Provisioner(Registry registry, Hypervisor hypervisor, StepRun steps) {
        this.hypervisor = hypervisor;
        this.steps = steps;
        registry.tables(PROVISIONINGS)
                .on(StepDue.class, this::stepDue)
                .subscribe(VmRunning.class, this::vmRunning)
                .subscribe(VmLost.class, this::vmLost);
    }

    /**
     * Creates a machine and makes it ready.
     *
     * @param purpose what the machine is for, in words a person understands
     * @param plan what is to be done; its first step is {@link Step.CreateVm}
     */
    public Provisioning start(Tx tx, String purpose, Plan plan) {
        Step.CreateVm first = (Step.CreateVm) plan.steps().get(0);
        String vmId =
                hypervisor.create(tx, purpose, first.size(), BaseImage.FILES).id();
        return insert(tx, vmId, plan);
    }

    /**
     * Restores a machine and makes it ready.
     *
     * @param purpose what the machine is for, in words a person understands
     * @param disk what it starts with
     * @param rest what is to be done once it is up; {@link Step.RestoreVm} comes before it
     */
    public Provisioning restore(Tx tx, String purpose, Disk disk, Plan rest) {
        String vmId = hypervisor.restore(tx, purpose, disk.size(), disk.files()).id();
        disk.commits().forEach((repository, commit) -> hypervisor.label(tx, vmId, repository, commit));
        return insert(tx, vmId, rest.after(new Step.RestoreVm(disk.size())));
    }

    /** What a machine has come to: another one can be restored from it. It costs nothing. */
    public Disk disk(View view, String vmId) {
        Vm vm = hypervisor.find(view, vmId).orElseThrow();
        return new Disk(vm.size(), hypervisor.disk(view, vmId), vm.labels());
    }

    /**
     * Makes a machine that runs ready for something else.
     *
     * @param plan what is to be done; creating a machine is no part of it
     */
    public Provisioning prepare(Tx tx, String vmId, Plan plan) {
        Provisioning provisioning = insert(tx, vmId, plan);
        begin(tx, provisioning);
        return provisioning;
    }

    private Provisioning insert(Tx tx, String vmId, Plan plan) {
        return tx.insert(
                PROVISIONINGS,
                new Provisioning(
                        tx.newId(),
                        vmId,
                        plan,
                        Status.PROVISIONING,
                        tx.now(),
                        null,
                        List.of(),
                        Current.begunAt(tx.now())));
    }

    /** All records that nobody has forgotten, oldest first. */
    public Rows<Provisioning> all(View view) {
        return view.all(PROVISIONINGS);
    }

    /** The record with this id; empty when it was forgotten. */
    public Optional<Provisioning> find(View view, String id) {
        return view.find(PROVISIONINGS, id);
    }

    /** Stops whatever is under way and forgets the record; the machine is left as it is. Unknown ones are ignored. */
    public void forget(Tx tx, String id) {
        find(tx, id).map(Provisioning::current).ifPresent(current -> tx.cancel(current.entry()));
        tx.delete(PROVISIONINGS, id);
    }

    private void vmRunning(Tx tx, VmRunning event) {
        tx.where(UNDER_WAY, event.vmId())
                .oldest()
                .filter(provisioning -> provisioning.step() instanceof Step.Start)
                .ifPresent(provisioning ->
                        end(tx, provisioning, failure(tx, provisioning).orElseGet(Ended::well)));
    }

    private void vmLost(Tx tx, VmLost event) {
        tx.where(UNDER_WAY, event.vmId()).oldest().ifPresent(provisioning -> {
            tx.cancel(provisioning.work().entry());
            end(tx, provisioning, Ended.badly(event.reason()));
        });
    }

    private void stepDue(Tx tx, StepDue due) {
        proceed(tx, tx.get(PROVISIONINGS, due.provisioningId()));
    }

    private void begin(Tx tx, Provisioning provisioning) {
        Duration work = steps.latency(provisioning.step());
        if (work.isZero()) {
            proceed(tx, provisioning);
        } else {
            await(tx, provisioning, provisioning.work(), tx.jitter(work));
        }
    }

    /** Does what the step does once its own work is over; then the step ends, or a command of it is waited for. */
    private void proceed(Tx tx, Provisioning provisioning) {
        StepRun.Progress progress = failure(tx, provisioning)
                .<StepRun.Progress>map(failed -> failed)
                .orElseGet(() -> steps.proceed(tx, provisioning));
        if (progress instanceof StepRun.Awaits awaits) {
            await(tx, provisioning, awaits.work(), awaits.duration());
        } else {
            end(tx, provisioning, (Ended) progress);
        }
    }

    private Optional<Ended> failure(View view, Provisioning provisioning) {
        return hypervisor
                .failure(view, provisioning.vmId(), provisioning.step().name())
                .map(Ended::badly);
    }

    private void await(Tx tx, Provisioning provisioning, Current work, Duration duration) {
        long entry = tx.schedule(
                duration, new StepDue(provisioning.id(), provisioning.step().name()));
        tx.update(PROVISIONINGS, provisioning.with(work.waitingFor(entry)));
    }

    private void end(Tx tx, Provisioning provisioning, Ended ended) {
        Provisioning logged = provisioning.logged(ended.log(
                provisioning.step(),
                provisioning.work().startedAt(),
                Duration.between(provisioning.work().startedAt(), tx.now())));
        if (ended.error() != null) {
            conclude(tx, logged.ended(Status.FAILED, tx.now()));
        } else if (provisioning.isLastStep()) {
            conclude(tx, logged.ended(Status.READY, tx.now()));
        } else {
            begin(tx, logged.with(Current.begunAt(tx.now())));
        }
    }

    private void conclude(Tx tx, Provisioning ended) {
        tx.update(PROVISIONINGS, ended);
        tx.emit(new ProvisioningEnded(ended.id(), ended.vmId(), ended.status() == Status.READY));
    }
}
