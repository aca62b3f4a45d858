package dev.capy.core.provisioning;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.Provisioning.Current;
import dev.capy.core.setup.LegacyHooks;
import dev.capy.core.shell.Outcome;
import dev.capy.core.source.SourceCommit;
import dev.capy.core.source.Sources;
import dev.capy.core.vm.Command;
import dev.capy.core.vm.Execution;
import dev.capy.core.vm.Hypervisor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

        StepLog log(Step step, Instant startedAt, Duration duration) {
            return new StepLog(step.name(), error, output.isEmpty() ? null : output, startedAt, duration, metadata);
        }
    }

    private final Hypervisor hypervisor;
    private final Sources sources;
    private final ProvisioningLatencies latencies;
    private final LegacyHooks legacyHooks;

    public StepRun(Hypervisor hypervisor, Sources sources, LegacyHooks legacyHooks, ProvisioningLatencies latencies) {
        this.hypervisor = hypervisor;
        this.sources = sources;
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
            return checkOut(tx, provisioning.vmId(), clone.repo(), FileTree.EMPTY);
        } else if (step instanceof Step.CheckoutRepo checkout) {
            return checkOut(
                    tx, provisioning.vmId(), checkout.repo(), present(tx, provisioning.vmId(), checkout.repo()));
        } else if (step instanceof Step.InitRepo init) {
            return run(tx, provisioning, home(init.repo()));
        } else if (step instanceof Step.RunCommands commands) {
            return run(tx, provisioning, commands.workingDirectory());
        }
        return Ended.well();
    }

    /** What a machine has of a repository. */
    private FileTree present(View view, String vmId, ProjectRepo repo) {
        return hypervisor
                .disk(view, vmId)
                .directory(home(repo))
                .map(FileTree::new)
                .orElse(FileTree.EMPTY);
    }

    private static String home(ProjectRepo repo) {
        return "/home/" + repo.name();
    }

    private Progress checkOut(Tx tx, String vmId, ProjectRepo repo, FileTree present) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("branch", repo.branch());
        metadata.put("repository", repo.repoFullName());
        Optional<SourceCommit> head = sources.head(tx, repo.repoFullName(), repo.branch());
        if (head.isEmpty()) {
            return new Ended(missing(tx, repo), "", metadata);
        }
        hypervisor.mount(tx, vmId, home(repo), present.overlaid(head.get().tree()));
        metadata.put("commit", head.get().id());
        return new Ended(null, "", metadata);
    }

    private String missing(Tx tx, ProjectRepo repo) {
        return sources.repository(tx, repo.repoFullName()).isEmpty()
                ? "exit code 128: fatal: repository '" + repo.repoFullName() + "' not found"
                : "exit code 128: fatal: Remote branch " + repo.branch() + " not found in upstream origin";
    }

    /** Takes note of the command that has ended, if one has, and starts the next. */
    private Progress run(Tx tx, Provisioning provisioning, String workingDirectory) {
        Current work = provisioning.work();
        List<SetupCommand> commands = work.commands();
        if (commands == null) {
            commands = commands(tx, provisioning);
            work = work.toRun(commands);
        }
        if (work.executionId() != null) {
            Outcome outcome = hypervisor.finish(tx, work.executionId());
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
            work = work.running(null);
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
        return legacyHooks.setupCommands(present(view, vmId, repo)).stream()
                .map(SetupCommand::of)
                .toList();
    }

    private Execution start(Tx tx, Provisioning provisioning, SetupCommand command, String workingDirectory) {
        Command script = new Command(
                command.command(), workingDirectory, provisioning.plan().variables(), Command.DEFAULT_TIMEOUT);
        return hypervisor.start(tx, provisioning.vmId(), script);
    }

    private static Ended failed(SetupCommand command, Outcome outcome, String output) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("command", command.name());
        metadata.put("exitCode", Integer.toString(outcome.exitCode()));
        String last = outcome.stderr().lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
        String error = "exit code " + outcome.exitCode() + (last.isEmpty() ? "" : ": " + last.strip());
        return new Ended(error, output, metadata);
    }
}
