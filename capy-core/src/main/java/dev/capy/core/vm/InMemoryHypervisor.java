package dev.capy.core.vm;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.shell.Outcome;
import dev.capy.core.shell.Shell;
import dev.capy.core.shell.ShellSession;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Hosts and machines that exist in a world's records alone: finite, never overcommitted, working in virtual time.
 * Thread-safe.
 */
public final class InMemoryHypervisor implements Hypervisor {

    private static final Table<Vm> VMS = Table.of("vms", Vm.class, Vm::id);
    private static final Index<Vm, String> BY_HOST = VMS.index(Vm::hostId);

    /** The end of a boot, a restoration or a resumption. */
    record Booted(String vmId) implements Timer {
        @Override
        public String describe() {
            return "boot of vm " + vmId;
        }
    }

    /** The end of a stop. */
    record Stopped(String vmId) implements Timer {
        @Override
        public String describe() {
            return "stop of vm " + vmId;
        }
    }

    /** A host fails because a test says so. */
    record HostCrash(String hostId) implements Timer {
        @Override
        public String describe() {
            return "crash of " + hostId;
        }
    }

    private final VmSettings settings;
    private final Placement placement;
    private final Disks disks;
    private final MachineFaults faults;

    public InMemoryHypervisor(Registry registry, VmSettings settings) {
        this.settings = settings;
        this.placement = new Placement(registry, settings.hosts());
        this.disks = new Disks(registry);
        this.faults = new MachineFaults(registry);
        registry.tables(VMS)
                .on(Booted.class, this::booted)
                .on(Stopped.class, this::stopped)
                .on(HostCrash.class, (tx, due) -> crash(tx, due.hostId()));
    }

    /** Puts the hosts of the settings into a new world. */
    public void seed(Tx tx) {
        placement.seed(tx);
    }

    /** What goes wrong with machines. */
    public MachineFaults faults() {
        return faults;
    }

    /** All hosts and what they carry. */
    public List<Host> hosts(View view) {
        return placement.hosts(view);
    }

    /** All machines, oldest first. */
    public Rows<Vm> vms(View view) {
        return view.all(VMS);
    }

    /** The machines that wait for a host, the one that has waited longest first. */
    public List<String> waiting(View view) {
        return placement.waiting(view);
    }

    /** The commands that run, or have ended and left something in the background, in the order of their start. */
    public Rows<Execution> executions(View view) {
        return disks.executions(view);
    }

    @Override
    public Vm create(Tx tx, String purpose, VmSize size, FileTree files) {
        return add(tx, purpose, size, VmState.CREATING, files);
    }

    @Override
    public Vm restore(Tx tx, String purpose, VmSize size, FileTree files) {
        return add(tx, purpose, size, VmState.RESTORING, files);
    }

    private Vm add(Tx tx, String purpose, VmSize size, VmState first, FileTree files) {
        String id = tx.newId();
        Vm vm = new Vm(id, purpose, size, first, null, files, Collections.emptySortedMap(), tx.now(), 0);
        faults.meet(tx, tx.insert(VMS, vm));
        if (placement.isPossible(settings.shape(size))) {
            admit(tx, id);
        } else {
            lose(tx, id, "no host could ever carry a " + size.word() + " VM");
        }
        return tx.get(VMS, id);
    }

    @Override
    public void suspend(Tx tx, String vmId) {
        Vm vm = tx.get(VMS, vmId);
        if (vm.state() == VmState.RUNNING) {
            Vm settled = disks.settle(tx, vm);
            disks.drop(tx, vmId);
            tx.update(VMS, settled.settled(VmState.SUSPENDED));
            release(tx, vm);
        }
    }

    @Override
    public void resume(Tx tx, String vmId) {
        Vm vm = tx.get(VMS, vmId);
        if (vm.state() == VmState.SUSPENDED) {
            tx.update(VMS, vm.settled(VmState.RESUMING));
            admit(tx, vmId);
        }
    }

    @Override
    public void destroy(Tx tx, String vmId) {
        Vm vm = tx.find(VMS, vmId).orElse(null);
        if (vm == null || vm.state() == VmState.STOPPING) {
            return;
        }
        disks.drop(tx, vmId);
        tx.cancel(vm.pending());
        if (vm.state().isOnHost()) {
            long entry = tx.schedule(tx.jitter(settings.latencies().stop()), new Stopped(vmId));
            tx.update(VMS, vm.on(VmState.STOPPING, vm.hostId(), entry));
        } else {
            tx.delete(VMS, vmId);
            if (vm.state().isWaiting()) {
                placement.dequeue(tx, vmId);
                admitWaiting(tx);
            }
        }
    }

    @Override
    public void crash(Tx tx, String hostId) {
        placement.host(tx, hostId);
        for (Vm vm : tx.where(BY_HOST, hostId)) {
            if (vm.state() == VmState.STOPPING) {
                tx.cancel(vm.pending());
                remove(tx, vm);
            } else {
                lose(tx, vm.id(), "host " + hostId + " crashed");
            }
        }
        admitWaiting(tx);
    }

    /**
     * Lets a host fail after a while, in the background.
     *
     * @throws dev.capy.core.kernel.error.NotFound when there is no such host
     */
    public void crashAfter(Tx tx, String hostId, Duration delay) {
        placement.host(tx, hostId);
        tx.scheduleInBackground(delay, new HostCrash(hostId));
    }

    @Override
    public Optional<String> failure(View view, String vmId, String step) {
        return faults.none(view) ? Optional.empty() : find(view, vmId).flatMap(vm -> faults.failure(view, vm, step));
    }

    @Override
    public void fail(Tx tx, String vmId, String reason) {
        lose(tx, vmId, reason);
        admitWaiting(tx);
    }

    @Override
    public Optional<Vm> find(View view, String vmId) {
        return view.find(VMS, vmId);
    }

    @Override
    public FileTree disk(View view, String vmId) {
        return disks.now(view, view.get(VMS, vmId));
    }

    @Override
    public void write(Tx tx, String vmId, String path, FileNode file) {
        Vm vm = disks.settle(tx, tx.get(VMS, vmId));
        tx.update(VMS, vm.with(vm.files().with(path, file)));
    }

    @Override
    public void change(Tx tx, String vmId, UnaryOperator<FileTree> change) {
        Vm settled = tx.update(VMS, disks.settle(tx, tx.get(VMS, vmId)));
        tx.update(VMS, settled.with(change.apply(settled.files())));
    }

    @Override
    public void mount(Tx tx, String vmId, String path, FileTree files) {
        Vm vm = disks.settle(tx, tx.get(VMS, vmId));
        tx.update(VMS, vm.with(vm.files().with(path, files.root())));
    }

    @Override
    public void label(Tx tx, String vmId, String name, String value) {
        tx.update(VMS, vmId, vm -> vm.labelled(name, value));
    }

    @Override
    public Execution start(Tx tx, String vmId, Command command) {
        Vm vm = tx.get(VMS, vmId);
        if (vm.state() != VmState.RUNNING) {
            throw new IllegalStateException("vm " + vmId + " is " + vm.state() + ", it runs no commands");
        }
        ShellSession session = new ShellSession(
                disks.now(tx, vm),
                command.workingDirectory(),
                command.environment().reveal(),
                "root");
        Outcome outcome = faults.outcome(
                tx, vm, Shell.run(command.script(), session, settings.commands(), tx::jitter, command.timeout()));
        Execution execution = new Execution(
                tx.newId(), vmId, tx.now(), Execution.NOTHING_APPLIED, true, outcome.redacted(command.environment()));
        disks.add(tx, execution);
        return execution;
    }

    @Override
    public void detach(Tx tx, String executionId) {
        disks.detach(tx, executionId);
    }

    @Override
    public Outcome finish(Tx tx, String executionId) {
        Execution execution = disks.get(tx, executionId);
        tx.update(VMS, disks.settle(tx, tx.get(VMS, execution.vmId())));
        disks.end(tx, executionId);
        return execution.outcome();
    }

    /** Gives a machine a host, or a place in the queue: nobody overtakes who has waited longer. */
    private void admit(Tx tx, String vmId) {
        if (placement.isAnyoneWaiting(tx) || !place(tx, vmId)) {
            placement.enqueue(tx, vmId);
        }
    }

    private void admitWaiting(Tx tx) {
        Optional<String> first = placement.first(tx);
        while (first.isPresent() && place(tx, first.get())) {
            placement.dequeue(tx, first.get());
            tx.emit(new VmPlaced(first.get()));
            first = placement.first(tx);
        }
    }

    private boolean place(Tx tx, String vmId) {
        Vm vm = tx.get(VMS, vmId);
        Optional<String> host = placement.take(tx, settings.shape(vm.size()));
        host.ifPresent(hostId -> {
            long entry = tx.schedule(faults.boot(tx, vmId, tx.jitter(start(vm.state()))), new Booted(vmId));
            tx.update(VMS, vm.on(VmState.BOOTING, hostId, entry));
        });
        return host.isPresent();
    }

    private Duration start(VmState from) {
        VmSettings.Latencies latencies = settings.latencies();
        return switch (from) {
            case RESTORING -> latencies.restore();
            case RESUMING -> latencies.resume();
            default -> latencies.boot();
        };
    }

    private void booted(Tx tx, Booted boot) {
        tx.update(VMS, tx.get(VMS, boot.vmId()).settled(VmState.RUNNING));
        tx.emit(new VmRunning(boot.vmId()));
    }

    private void stopped(Tx tx, Stopped stop) {
        remove(tx, tx.get(VMS, stop.vmId()));
        admitWaiting(tx);
    }

    private void remove(Tx tx, Vm vm) {
        tx.delete(VMS, vm.id());
        placement.release(tx, Objects.requireNonNull(vm.hostId()), settings.shape(vm.size()));
    }

    private void release(Tx tx, Vm vm) {
        placement.release(tx, Objects.requireNonNull(vm.hostId()), settings.shape(vm.size()));
        admitWaiting(tx);
    }

    private void lose(Tx tx, String vmId, String reason) {
        Vm vm = tx.get(VMS, vmId);
        disks.drop(tx, vmId);
        tx.cancel(vm.pending());
        if (vm.hostId() != null) {
            placement.release(tx, vm.hostId(), settings.shape(vm.size()));
        }
        tx.update(VMS, vm.settled(VmState.FAILED));
        tx.emit(new VmLost(vmId, reason));
    }
}
