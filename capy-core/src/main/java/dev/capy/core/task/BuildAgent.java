package dev.capy.core.task;

import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Budget;
import dev.capy.core.script.BuildStep;
import dev.capy.core.shell.Outcome;
import dev.capy.core.task.CommandRun.Cause;
import dev.capy.core.vm.Command;
import dev.capy.core.vm.Execution;
import dev.capy.core.vm.Hypervisor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the steps of a Build agent do to the machine and the branches of a run. Stateless. */
final class BuildAgent {

    /** What came of acting. */
    sealed interface Deed {

        /** It can act again at once. */
        record Done(Jam jam) implements Deed {}

        /** It acts again when this time has passed. */
        record Pause(Jam jam, Duration duration) implements Deed {}

        /** Its machine is as good as lost: it will hear of it. */
        record Crashed(Jam jam) implements Deed {}

        /** It could not do what it wanted. */
        record Failed(Jam jam, String why) implements Deed {}
    }

    private static final String CRASH = "it crashed";

    private final Budget budget;
    private final Hypervisor hypervisor;
    private final Checkouts checkouts;
    private final TaskPullRequests pullRequests;
    private final Transcript transcript;
    private final BuildLatencies latencies;

    BuildAgent(
            Budget budget,
            Hypervisor hypervisor,
            Checkouts checkouts,
            TaskPullRequests pullRequests,
            Transcript transcript,
            BuildLatencies latencies) {
        this.budget = budget;
        this.hypervisor = hypervisor;
        this.checkouts = checkouts;
        this.pullRequests = pullRequests;
        this.transcript = transcript;
        this.latencies = latencies;
    }

    /** Does the part of a step that a run has come to, or what is left of it once its wait is over. */
    Deed act(Tx tx, Task task, Jam jam) {
        try {
            List<Move> moves = Moves.of(task, jam);
            Move move = moves.get(jam.agenda().move());
            Deed deed = move instanceof Move.Shell shell ? run(tx, jam, shell) : work(tx, task, jam);
            return deed instanceof Deed.Done done ? goOn(done.jam(), moves.size()) : deed;
        } catch (CapyException e) {
            return new Deed.Failed(jam, Objects.requireNonNull(e.getMessage()));
        }
    }

    private static Deed goOn(Jam jam, int moves) {
        boolean last = jam.agenda().move() == moves - 1;
        return new Deed.Done(
                jam.with(last ? jam.agenda().stepped() : jam.agenda().moved()));
    }

    private Deed run(Tx tx, Jam jam, Move.Shell shell) {
        String executionId = jam.agenda().executionId();
        return executionId == null ? start(tx, jam, shell) : finish(tx, jam, shell, executionId);
    }

    private Deed start(Tx tx, Jam jam, Move.Shell shell) {
        Command command = new Command(
                shell.script(), shell.workingDirectory(), jam.place().environment(), Command.DEFAULT_TIMEOUT);
        Execution execution = hypervisor.start(tx, jam.machine(), command);
        transcript.started(tx, execution.id(), jam, shell);
        return new Deed.Pause(jam.with(jam.agenda().running(execution.id())), execution.duration());
    }

    /** An agent reads how its command ended, and goes on whatever that was. */
    private Deed finish(Tx tx, Jam jam, Move.Shell shell, String executionId) {
        Outcome outcome = hypervisor.finish(tx, executionId);
        transcript.ended(tx, executionId, jam, outcome);
        boolean worthTelling = shell.cause() == Cause.AGENT || shell.cause() == Cause.SETUP_COMMAND;
        return new Deed.Done(
                outcome.succeeded() || !worthTelling
                        ? jam
                        : jam.saying("A command ended with exit code " + outcome.exitCode()));
    }

    private Deed work(Tx tx, Task task, Jam jam) {
        BuildStep step = jam.agenda().current();
        boolean waited = jam.agenda().entry() != 0;
        if (step instanceof BuildStep.Think) {
            budget.require(tx, task.projectId());
        }
        Optional<Duration> takes = waited ? Optional.empty() : duration(tx, jam, step);
        return takes.isPresent() ? new Deed.Pause(jam, takes.get()) : perform(tx, task, jam, step);
    }

    /** How long a step takes; empty when it takes no time. */
    private Optional<Duration> duration(Tx tx, Jam jam, BuildStep step) {
        if (step instanceof BuildStep.Think think) {
            Duration exact = think.duration();
            return Optional.of(exact != null ? exact : tx.jitter(jam.effort().scale(latencies.turn())));
        } else if (step instanceof BuildStep.Commit || step instanceof BuildStep.OpenPullRequest) {
            return Optional.of(tx.jitter(latencies.commit()));
        }
        return step.tool().map(tool -> tx.jitter(latencies.edit()));
    }

    private Deed perform(Tx tx, Task task, Jam jam, BuildStep step) {
        Wording wording = new Wording(task, jam);
        if (step instanceof BuildStep.Think) {
            tx.emit(TokensUsed.turn(jam.id(), jam.effort(), jam.prompt(), tx.random()));
        } else if (step instanceof BuildStep.Spend spend) {
            tx.emit(new TokensUsed(jam.id(), jam.effort().model(), spend.inputTokens(), spend.outputTokens()));
        } else if (step instanceof BuildStep.Say say) {
            return new Deed.Done(jam.saying(wording.fill(say.text())));
        } else if (step instanceof BuildStep.Commit commit) {
            checkouts.commit(tx, task, hypervisor.disk(tx, jam.machine()), wording.fill(commit.message()));
        } else if (step instanceof BuildStep.OpenPullRequest open) {
            String title = open.title() == null ? null : wording.fill(open.title());
            pullRequests.open(tx, task, title, jam.report(), open.draft());
        } else if (step instanceof BuildStep.Fail fail) {
            throw new Invalid(wording.fill(fail.message()));
        } else if (step instanceof BuildStep.CrashVm) {
            hypervisor.fail(tx, jam.machine(), CRASH);
            return new Deed.Crashed(jam);
        } else {
            hypervisor.change(tx, jam.machine(), disk -> new FileWork(disk, wording).after(step));
        }
        return new Deed.Done(jam);
    }
}
