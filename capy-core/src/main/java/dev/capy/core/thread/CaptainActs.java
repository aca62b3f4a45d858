package dev.capy.core.thread;

import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Budget;
import dev.capy.core.script.CaptainStep;
import dev.capy.core.script.CaptainStep.Assignment;
import dev.capy.core.script.Template;
import dev.capy.core.task.Asked;
import dev.capy.core.task.NewTask;
import dev.capy.core.task.Task;
import dev.capy.core.task.Tasks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a Captain's steps do. Stateless. */
final class CaptainActs {

    private static final Next GO_ON = new Next.GoOn();

    private final ThreadRecords records;
    private final Budget budget;
    private final Tasks tasks;
    private final CaptainWaits waits;
    private final Results results;
    private final CaptainLatencies latencies;

    CaptainActs(ThreadRecords records, Budget budget, Tasks tasks, CaptainWaits waits, CaptainLatencies latencies) {
        this.records = records;
        this.budget = budget;
        this.tasks = tasks;
        this.waits = waits;
        this.results = new Results(tasks);
        this.latencies = latencies;
    }

    /** Does the step that a thread's Captain has come to; one that cannot be done makes it give up. */
    Next perform(Tx tx, CaptainThread thread) {
        try {
            return perform(tx, thread, thread.run().mind().current());
        } catch (CapyException e) {
            return new Next.GivesUp(told(e));
        }
    }

    /** Why a Captain cannot go on after a turn, in its words; empty when it can. */
    Optional<String> objection(View view, CaptainThread thread) {
        try {
            budget.require(view, thread.projectId());
            return Optional.empty();
        } catch (CapyException e) {
            return Optional.of(told(e));
        }
    }

    private static String told(CapyException e) {
        return "I had to stop: " + e.getMessage();
    }

    private Next perform(Tx tx, CaptainThread thread, CaptainStep step) {
        if (step instanceof CaptainStep.Think think) {
            budget.require(tx, thread.projectId());
            Duration exact = think.duration();
            return new Next.Turn(
                    exact != null ? exact : tx.jitter(thread.captain().scale(latencies.turn())));
        } else if (step instanceof CaptainStep.Say say) {
            records.say(tx, thread.id(), fill(tx, thread, say.text()));
            return GO_ON;
        } else if (step instanceof CaptainStep.Delegate delegate) {
            return delegate(tx, thread, delegate);
        } else if (step instanceof CaptainStep.Spend spend) {
            tx.emit(new TokensUsed(thread.id(), thread.captain().model(), spend.inputTokens(), spend.outputTokens()));
            return GO_ON;
        } else if (step instanceof CaptainStep.Block block) {
            return new Next.Blocked(block.on());
        } else if (step instanceof CaptainStep.AskUser ask) {
            records.say(tx, thread.id(), fill(tx, thread, ask.question()));
            return new Next.Asks();
        } else if (step instanceof CaptainStep.Fail fail) {
            return new Next.GivesUp(fill(tx, thread, fail.message()));
        } else if (step instanceof CaptainStep.Archive) {
            return new Next.Archives();
        }
        return waits.begin(tx, thread, step);
    }

    private Next delegate(Tx tx, CaptainThread thread, CaptainStep.Delegate delegate) {
        if (thread.repos().isEmpty()) {
            throw new Invalid("a task cannot be delegated, for the project has no repositories");
        }
        budget.require(tx, thread.projectId());
        delegate.assignments().forEach(assignment -> delegate(tx, thread, assignment));
        return GO_ON;
    }

    private void delegate(Tx tx, CaptainThread thread, Assignment assignment) {
        Task task = tasks.create(
                tx,
                NewTask.delegated(
                        thread.projectId(),
                        thread.id(),
                        thread.authorId(),
                        fill(tx, thread, assignment.title()),
                        fill(tx, thread, assignment.prompt()),
                        new Asked(thread.origin(), thread.tags()),
                        thread.repos(),
                        thread.build()));
        if (assignment.steps() == null) {
            tasks.start(tx, task.id());
        } else {
            tasks.startScripted(tx, task.id(), thread.run().mind().script(), assignment.steps());
        }
    }

    private String fill(Tx tx, CaptainThread thread, String text) {
        Program mind = thread.run().mind();
        String told = text.contains("{{results}}") ? results.of(tx, thread.id()) : "";
        return Template.fill(
                text,
                Map.of(
                        "title",
                        Title.of(mind.prompt()),
                        "prompt",
                        mind.prompt(),
                        "results",
                        told,
                        "reply",
                        mind.reply()));
    }
}
