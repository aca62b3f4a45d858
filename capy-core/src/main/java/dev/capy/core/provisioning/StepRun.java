package dev.capy.core.provisioning;

import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.Provisioning.Current;
import dev.capy.core.setup.LegacyHooks;
import dev.capy.core.shell.Outcome;
import dev.capy.core.source.Sources;
import dev.capy.core.vm.Command;
import dev.capy.core.vm.Execution;
import dev.capy.core.vm.Hypervisor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each provisioning step does to its machine. Stateless. */
public final class StepRun {

    /** How far a step has come. */
    sealed interface Progress {}

    /** It waits for a command, or for nothing but time. */
    record Awaits(Current work, Duration duration) implements Progress {}

    /** It is over. */
    record Ended(@Nullable String error, String output, SortedMap<String, String> metadata) implements Progress {

        static Ended well() {
            return new Ended(null, "", Collections.emptySortedMap());
        }

        static Ended badly(String error) {
            return new Ended(error, "", Collections.emptySortedMap());
        }

        /** Something that ran ended with this outcome, which is a failure. */
        static Ended exited(Outcome outcome, String output, SortedMap<String, String> metadata) {
            SortedMap<String, String> told = new TreeMap<>(metadata);
            told.put("exitCode", Integer.toString(outcome.exitCode()));
            String last =
                    outcome.stderr().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
            String error = "exit code " + outcome.exitCode() + (last.isEmpty() ? "" : ": " + last.strip());
            return new Ended(error, output, told);
        }

        StepLog log(Step step, Instant startedAt, Duration duration) {
            return new StepLog(step.name(), error, output.isEmpty() ? null : output, startedAt, duration, metadata);
        }
    }

    private final Hypervisor hypervisor;
    private final Checkout checkout;
    private final PhaseRun phases;
    private final ProvisioningLatencies latencies;
    private final LegacyHooks legacyHooks;

    public StepRun(Hypervisor hypervisor, Sources sources, LegacyHooks legacyHooks, ProvisioningLatencies latencies) {
        this.hypervisor = hypervisor;
        this.checkout = new Checkout(hypervisor, sources);
        this.phases = new PhaseRun(hypervisor);
        this.legacyHooks = legacyHooks;
        this.latencies = latencies;
    }

    /** How long a step's own work takes, before its jitter and its commands. */
    Duration latency(Step step) {
        if (step instanceof Step.EnsureServer) {
            return latencies.ensureServer();
        } else if (step instanceof Step.SetEnvVars) {
            return latencies.setEnvVars();
        } else if (step instanceof Step.CloneRepo) {
            return latencies.cloneRepo();
        } else if (step instanceof Step.CheckoutRepo) {
            return latencies.checkoutRepo();
        } else if (step instanceof Step.InitRepo) {
            return latencies.initRepo();
        }
        return Duration.ZERO;
    }

    Progress proceed(Tx tx, Provisioning provisioning) {
        Step step = provisioning.step();
        if (step instanceof Step.SetEnvVars) {
            hypervisor.write(
                    tx,
                    provisioning.vmId(),
                    EnvFile.PATH,
                    EnvFile.of(provisioning.plan().variables()));
        } else if (step instanceof Step.CloneRepo clone) {
            return checkout.fresh(tx, provisioning.vmId(), clone.repo());
        } else if (step instanceof Step.CheckoutRepo update) {
            return checkout.update(tx, provisioning.vmId(), update.repo());
        } else if (step instanceof Step.InitRepo init) {
            return run(tx, provisioning, Checkout.home(init.repo()));
        } else if (step instanceof Step.RunCommands commands) {
            return run(tx, provisioning, commands.workingDirectory());
        } else if (step instanceof Step.RunPhase phase) {
            return phases.proceed(tx, provisioning, phase);
        }
        return Ended.well();
    }

    /** Takes note of the command that has ended, if one has, and starts the next. */
    private Progress run(Tx tx, Provisioning provisioning, String workingDirectory) {
        Current work = provisioning.work();
        List<SetupCommand> commands = work.commands();
        if (commands == null) {
            commands = commands(tx, provisioning);
            work = work.toRun(commands);
        }
        for (String ended : work.executionIds()) {
            Outcome outcome = hypervisor.finish(tx, ended);
            work = work.printed(outcome.stdout() + outcome.stderr());
            if (!outcome.succeeded()) {
                return failed(commands.get(work.started() - 1), outcome, work.output());
            }
        }
        while (work.started() < commands.size()) {
            SetupCommand next = commands.get(work.started());
            Execution execution = start(tx, provisioning, next, workingDirectory);
            if (!next.background()) {
                return new Awaits(work.running(execution.id()), execution.duration());
            }
            hypervisor.detach(tx, execution.id());
            work = work.leaving();
        }
        return new Ended(null, work.output(), Collections.emptySortedMap());
    }

    private List<SetupCommand> commands(Tx tx, Provisioning provisioning) {
        if (provisioning.step() instanceof Step.InitRepo init) {
            return init.runsHooks() ? hooks(tx, provisioning.vmId(), init.repo()) : List.of();
        }
        return ((Step.RunCommands) provisioning.step()).commands();
    }

    private List<SetupCommand> hooks(View view, String vmId, ProjectRepo repo) {
        return legacyHooks.setupCommands(checkout.present(view, vmId, repo)).stream()
                .map(SetupCommand::of)
                .toList();
    }

    private Execution start(Tx tx, Provisioning provisioning, SetupCommand command, String workingDirectory) {
        Command script = new Command(
                command.command(), workingDirectory, provisioning.plan().variables(), Command.DEFAULT_TIMEOUT);
        return hypervisor.start(tx, provisioning.vmId(), script);
    }

    private static Ended failed(SetupCommand command, Outcome outcome, String output) {
        return Ended.exited(outcome, output, new TreeMap<>(Map.of("command", command.name())));
    }
}
