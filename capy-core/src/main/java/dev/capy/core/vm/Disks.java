package dev.capy.core.vm;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.shell.Effect;
import dev.capy.core.shell.Effects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What commands do to disks as time passes. */
final class Disks {

    private static final Table<Execution> EXECUTIONS = Table.of("executions", Execution.class, Execution::id);
    private static final Index<Execution, String> BY_VM = EXECUTIONS.index(Execution::vmId);

    /** A change of a disk, and when it happened. */
    private record Due(Instant at, Effect effect) {}

    Disks(Registry registry) {
        registry.tables(EXECUTIONS);
    }

    Rows<Execution> executions(View view) {
        return view.all(EXECUTIONS);
    }

    void add(Tx tx, Execution execution) {
        tx.insert(EXECUTIONS, execution);
    }

    Execution get(View view, String executionId) {
        return view.get(EXECUTIONS, executionId);
    }

    /** The disk of a machine as all its commands have left it by now. */
    FileTree now(View view, Vm vm) {
        return after(vm.files(), due(view, vm.id()));
    }

    private static FileTree after(FileTree files, List<Due> changes) {
        FileTree changed = files;
        for (Due change : changes) {
            changed = Effects.apply(changed, change.effect());
        }
        return changed;
    }

    /** What has happened and is not in the machine's record, in the order of time, whichever command it was. */
    private static List<Due> due(View view, String vmId) {
        Rows<Execution> executions = view.where(BY_VM, vmId);
        if (executions.isEmpty()) {
            return List.of();
        }
        List<Due> due = new ArrayList<>();
        for (Execution execution : executions) {
            for (Effect effect : execution.outcome().effects()) {
                if (execution.isDue(effect, view.now())) {
                    due.add(new Due(execution.startedAt().plus(effect.at()), effect));
                }
            }
        }
        due.sort(Comparator.comparing(Due::at));
        return due;
    }

    /** Brings what has happened by now into the machine's record and forgets commands with nothing left to do. */
    Vm settle(Tx tx, Vm vm) {
        List<Due> due = due(tx, vm.id());
        if (due.isEmpty()) {
            return vm;
        }
        for (Execution execution : tx.where(BY_VM, vm.id())) {
            keep(tx, execution.appliedTo(tx.now()));
        }
        return vm.with(after(vm.files(), due));
    }

    /** Lets a command go on that nobody waits for. */
    void detach(Tx tx, String executionId) {
        keep(tx, get(tx, executionId).detached());
    }

    /** Forgets a command that has ended or is cut off, unless it left something in the background. */
    void end(Tx tx, String executionId) {
        Execution execution = get(tx, executionId);
        if (execution.isRunning(tx.now())) {
            tx.delete(EXECUTIONS, executionId);
        } else {
            keep(tx, execution.detached());
        }
    }

    private static void keep(Tx tx, Execution execution) {
        if (execution.awaited() || !execution.isSpent()) {
            tx.update(EXECUTIONS, execution);
        } else {
            tx.delete(EXECUTIONS, execution.id());
        }
    }

    /** Forgets all commands of a machine: nothing of them will happen any more. */
    void drop(Tx tx, String vmId) {
        for (Execution execution : tx.where(BY_VM, vmId)) {
            tx.delete(EXECUTIONS, execution.id());
        }
    }
}
