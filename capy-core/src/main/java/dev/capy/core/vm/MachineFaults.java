package dev.capy.core.vm;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.shell.Effect;
import dev.capy.core.shell.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What goes wrong with machines because a test says so. Thread-safe; the state is the transaction's. */
public final class MachineFaults {

    static final String NO_SPACE = "No space left on device";

    private static final Table<MachineFault> FAULTS =
            Table.of("machine_faults", MachineFault.class, MachineFault::name);

    /** Steps that put files on a disk without a command. */
    private static final Set<String> WRITING = Set.of("set_env_vars", "clone_repo", "checkout_repo");

    MachineFaults(Registry registry) {
        registry.tables(FAULTS);
    }

    /** @throws Conflict when its name is taken */
    public MachineFault add(Tx tx, MachineFault fault) {
        if (tx.has(FAULTS, fault.name())) {
            throw new Conflict("There is a machine fault '" + fault.name() + "' already");
        }
        return tx.insert(FAULTS, fault);
    }

    /** @throws NotFound when there is none of that name */
    public void remove(Tx tx, String name) {
        if (!tx.has(FAULTS, name)) {
            throw new NotFound("There is no machine fault '" + name + "'");
        }
        tx.delete(FAULTS, name);
    }

    /** All of them, in the order in which they were added. */
    public List<MachineFault> all(View view) {
        return view.all(FAULTS).oldestFirst().toList();
    }

    /** Whether nothing goes wrong. */
    boolean none(View view) {
        return view.all(FAULTS).isEmpty();
    }

    /** A machine has come to be. */
    void meet(Tx tx, Vm vm) {
        String purpose = vm.purpose().toLowerCase(Locale.ROOT);
        for (MachineFault fault : all(tx)) {
            if (purpose.contains(fault.purpose().toLowerCase(Locale.ROOT))) {
                tx.update(FAULTS, fault.meeting(vm.id()));
            }
        }
    }

    /** How long a machine takes to come up that usually takes {@code usual}. */
    Duration boot(View view, String vmId, Duration usual) {
        return troubles(view, vmId, MachineTrouble.SlowBoot.class)
                .reduce(usual, (duration, slow) -> slow.of(duration), (first, second) -> second);
    }

    /** What a command that starts now comes to on a machine, which may be that its files cannot be written. */
    Outcome outcome(View view, Vm vm, Outcome usual) {
        if (none(view)) {
            return usual;
        }
        List<Effect> possible = usual.effects().stream()
                .filter(effect -> effect instanceof Effect.Removed
                        || !isFull(view, vm, view.now().plus(effect.at())))
                .toList();
        if (possible.size() == usual.effects().size()) {
            return usual;
        }
        String error = usual.stderr() + "write error: " + NO_SPACE + "\n";
        return new Outcome(1, usual.stdout(), error, usual.duration(), possible, usual.timedOut());
    }

    /** Why a step on the way to a ready machine fails; empty when nothing says that it does. */
    Optional<String> failure(View view, Vm vm, String step) {
        return troubles(view, vm.id(), MachineTrouble.FailedStep.class)
                .filter(failed -> failed.step().equals(step))
                .map(MachineTrouble.FailedStep::error)
                .findFirst()
                .or(() -> WRITING.contains(step) && isFull(view, vm, view.now())
                        ? Optional.of(NO_SPACE)
                        : Optional.empty());
    }

    private static boolean isFull(View view, Vm vm, Instant time) {
        return troubles(view, vm.id(), MachineTrouble.DiskFull.class)
                .anyMatch(full -> Duration.between(vm.createdAt(), time).compareTo(full.after()) >= 0);
    }

    private static <T extends MachineTrouble> Stream<T> troubles(View view, String vmId, Class<T> kind) {
        return view.all(FAULTS)
                .oldestFirst()
                .filter(fault ->
                        kind.isInstance(fault.trouble()) && fault.vmIds().contains(vmId))
                .map(fault -> kind.cast(fault.trouble()));
    }
}
