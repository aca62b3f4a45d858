package dev.capy.core.vm;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.Kernel;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.Tx;
import dev.capy.core.shell.CommandRule;
import dev.capy.core.shell.CommandRules;
import dev.capy.core.shell.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Hosts and machines with nothing above them, and what they tell of themselves. */
final class Machines {

    static final FileTree DISK =
            FileTree.EMPTY.with("/home/notes", FileNode.of("first\n")).with("/usr/bin/tool", FileNode.of("tool\n"));

    final List<String> news = new ArrayList<>();
    final InMemoryHypervisor hypervisor;
    final Kernel kernel;

    private Machines(List<Host> hosts, CommandRules programs) {
        Registry registry = new Registry();
        VmSettings usual = VmSettings.DEFAULT;
        hypervisor =
                new InMemoryHypervisor(registry, new VmSettings(hosts, usual.shapes(), usual.latencies(), programs));
        registry.subscribe(VmPlaced.class, (tx, event) -> news.add("placed " + event.vmId()))
                .subscribe(VmRunning.class, (tx, event) -> news.add("running " + event.vmId()))
                .subscribe(VmLost.class, (tx, event) -> news.add("lost " + event.vmId() + ": " + event.reason()));
        kernel = new Kernel(registry, Store.inMemory(), CapyClock.EPOCH, 5);
        change(hypervisor::seed);
    }

    /** Hosts with so many CPUs each and four times as much memory: host-1, host-2, … */
    static Machines onHostsOf(int... cpus) {
        return on(IntStream.range(0, cpus.length)
                .mapToObj(i -> Host.empty("host-" + (i + 1), new VmShape(cpus[i], cpus[i] * 4, 4096)))
                .toList());
    }

    static Machines on(List<Host> hosts) {
        return new Machines(hosts, CommandRules.NONE);
    }

    /** Plenty of room, and programs that follow these rules. */
    static Machines with(CommandRule... programs) {
        return new Machines(VmSettings.DEFAULT.hosts(), CommandRules.of(programs));
    }

    private void change(Consumer<Tx> work) {
        kernel.write(tx -> {
            work.accept(tx);
            return true;
        });
    }

    String create(VmSize size) {
        return kernel.write(tx -> hypervisor.create(tx, "test", size, DISK).id());
    }

    String restore(VmSize size, FileTree files) {
        return kernel.write(tx -> hypervisor.restore(tx, "test", size, files).id());
    }

    void label(String vmId, String name, String value) {
        change(tx -> hypervisor.label(tx, vmId, name, value));
    }

    /** A machine that runs already; nothing else may be under way. */
    String running(VmSize size) {
        String vmId = create(size);
        idle();
        return vmId;
    }

    void suspend(String vmId) {
        change(tx -> hypervisor.suspend(tx, vmId));
    }

    void resume(String vmId) {
        change(tx -> hypervisor.resume(tx, vmId));
    }

    void destroy(String vmId) {
        change(tx -> hypervisor.destroy(tx, vmId));
    }

    void crash(String hostId) {
        change(tx -> hypervisor.crash(tx, hostId));
    }

    void write(String vmId, String path, String text) {
        change(tx -> hypervisor.write(tx, vmId, path, FileNode.of(text)));
    }

    Execution start(String vmId, String script) {
        return start(vmId, script, Command.DEFAULT_TIMEOUT);
    }

    Execution start(String vmId, String script, Duration timeout) {
        Command command = new Command(script, "/home", Collections.emptySortedMap(), timeout);
        return kernel.write(tx -> hypervisor.start(tx, vmId, command));
    }

    Outcome finish(Execution execution) {
        return kernel.write(tx -> hypervisor.finish(tx, execution.id()));
    }

    void idle() {
        kernel.clock().runUntilIdle();
    }

    void pass(double seconds) {
        kernel.clock().advance(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    Optional<Vm> find(String vmId) {
        return kernel.read(view -> hypervisor.find(view, vmId));
    }

    Vm vm(String vmId) {
        return find(vmId).orElseThrow();
    }

    VmState state(String vmId) {
        return vm(vmId).state();
    }

    FileTree disk(String vmId) {
        return kernel.read(view -> hypervisor.disk(view, vmId));
    }

    /** What a file holds now; empty when there is none. */
    Optional<String> text(String vmId, String path) {
        return disk(vmId).file(path).map(file -> file.content().text());
    }

    List<String> waiting() {
        return kernel.read(hypervisor::waiting);
    }

    int executions() {
        return kernel.read(view -> hypervisor.executions(view).count());
    }

    /** How many CPUs of each host are taken. */
    List<Integer> usedCpus() {
        return kernel.read(view ->
                hypervisor.hosts(view).stream().map(host -> host.used().cpus()).toList());
    }

    /** What all machines on a host take together. */
    VmShape carried(Host host) {
        return kernel.read(view -> hypervisor
                .vms(view)
                .oldestFirst()
                .filter(vm -> host.id().equals(vm.hostId()))
                .map(vm -> VmSettings.DEFAULT.shape(vm.size()))
                .reduce(VmShape.ZERO, VmShape::plus));
    }
}
