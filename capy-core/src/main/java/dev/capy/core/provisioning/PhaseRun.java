package dev.capy.core.provisioning;

import dev.capy.core.kernel.Tx;
import dev.capy.core.provisioning.Step.PhaseScript;
import dev.capy.core.provisioning.Step.RunPhase;
import dev.capy.core.provisioning.StepRun.Awaits;
import dev.capy.core.provisioning.StepRun.Ended;
import dev.capy.core.shell.Outcome;
import dev.capy.core.vm.Command;
import dev.capy.core.vm.Execution;
import dev.capy.core.vm.Hypervisor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs the scripts of a Setup's phase side by side; all of them come to their end, whatever the others do. Stateless. */
final class PhaseRun {

    /** A script and how it ended. */
    private record Result(PhaseScript script, Outcome outcome) {}

    private final Hypervisor hypervisor;

    PhaseRun(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    StepRun.Progress proceed(Tx tx, Provisioning provisioning, RunPhase phase) {
        return provisioning.work().executionIds().isEmpty()
                ? start(tx, provisioning, phase)
                : end(tx, provisioning, phase);
    }

    private Awaits start(Tx tx, Provisioning provisioning, RunPhase phase) {
        List<Execution> executions = phase.scripts().stream()
                .map(script -> hypervisor.start(tx, provisioning.vmId(), command(provisioning, script)))
                .toList();
        Duration slowest = executions.stream()
                .map(Execution::duration)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Awaits(
                provisioning
                        .work()
                        .running(executions.stream().map(Execution::id).toList()),
                slowest);
    }

    private static Command command(Provisioning provisioning, PhaseScript script) {
        return new Command(
                script.script(),
                Checkout.home(script.repo()),
                provisioning.plan().variables(),
                script.timeout());
    }

    private Ended end(Tx tx, Provisioning provisioning, RunPhase phase) {
        List<Result> results = results(tx, provisioning.work().executionIds(), phase);
        String output = results.stream()
                .map(result -> result.outcome().stdout() + result.outcome().stderr())
                .collect(Collectors.joining());
        List<Result> failed =
                results.stream().filter(result -> !result.outcome().succeeded()).toList();
        return failed.isEmpty() ? new Ended(null, output, Collections.emptySortedMap()) : failed(failed, output);
    }

    private List<Result> results(Tx tx, List<String> executionIds, RunPhase phase) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < executionIds.size(); i++) {
            results.add(new Result(phase.scripts().get(i), hypervisor.finish(tx, executionIds.get(i))));
        }
        return results;
    }

    /** The first one is told, and the others are named. */
    private static Ended failed(List<Result> failed, String output) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("repository", name(failed.get(0)));
        if (failed.size() > 1) {
            metadata.put(
                    "alsoFailed", failed.stream().skip(1).map(PhaseRun::name).collect(Collectors.joining(", ")));
        }
        return Ended.exited(failed.get(0).outcome(), output, metadata);
    }

    private static String name(Result result) {
        return result.script().repo().repoFullName();
    }
}
