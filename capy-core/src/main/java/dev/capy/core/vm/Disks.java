package dev.capy.core.vm;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.shell.Effect;
import dev.capy.core.shell.Effects;
import java.time.Duration;
import java.time.Instant;

/** What commands do to disks as time passes. */
final class Disks {

    private static final Table<Execution> EXECUTIONS = Table.of("executions", Execution.class, Execution::id);
    private static final Index<Execution, String> BY_VM = EXECUTIONS.index(Execution::vmId);

    Disks(Registry registry) {
        registry.tables(EXECUTIONS);
    }

    void add(Tx tx, Execution execution) {
        tx.insert(EXECUTIONS, execution);
    }

    Execution get(View view, String executionId) {
        return view.get(EXECUTIONS, executionId);
    }

    /** The disk of a machine as all its commands have left it by now. */
    FileTree now(View view, Vm vm) {
        FileTree files = vm.files();
        for (Execution execution : view.where(BY_VM, vm.id())) {
            files = due(files, execution, view.now());
        }
        return files;
    }

    /** Brings what has happened by now into the machine's record and forgets commands with nothing left to do. */
    Vm settle(Tx tx, Vm vm) {
        FileTree files = now(tx, vm);
        for (Execution execution : tx.where(BY_VM, vm.id())) {
            tx.update(EXECUTIONS, execution.appliedTo(tx.now()));
        }
        return vm.with(files);
    }

    /** Forgets a command that has ended or is cut off, unless it left something in the background. */
    void forget(Tx tx, String executionId) {
        Execution execution = get(tx, executionId);
        if (execution.isSpent() || execution.isRunning(tx.now())) {
            tx.delete(EXECUTIONS, executionId);
        }
    }

    /** Forgets all commands of a machine: nothing of them will happen any more. */
    void drop(Tx tx, String vmId) {
        for (Execution execution : tx.where(BY_VM, vmId)) {
            tx.delete(EXECUTIONS, execution.id());
        }
    }

    private static FileTree due(FileTree files, Execution execution, Instant now) {
        Duration reached = Duration.between(execution.startedAt(), now);
        FileTree changed = files;
        for (Effect effect : execution.outcome().effects()) {
            if (effect.at().compareTo(execution.applied()) > 0 && effect.at().compareTo(reached) <= 0) {
                changed = Effects.apply(changed, effect);
            }
        }
        return changed;
    }
}
