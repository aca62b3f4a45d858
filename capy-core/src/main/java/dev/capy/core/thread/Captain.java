package dev.capy.core.thread;

import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.provisioning.ProvisioningEnded;
import dev.capy.core.script.CaptainStep;
import dev.capy.core.script.Scripts;
import dev.capy.core.script.Template;
import dev.capy.core.session.Sessions;
import dev.capy.core.task.NewTask;
import dev.capy.core.task.Task;
import dev.capy.core.task.TaskEnded;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.CaptainMachines.Readiness;
import dev.capy.core.vm.VmLost;
import dev.capy.core.vm.VmPlaced;
import dev.capy.core.vm.VmRunning;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The Captain of every thread: it takes turns, says things, delegates, waits, and is woken. */
final class Captain {

    /** A Captain's turn is over. */
    record TurnDue(String threadId) implements Timer {
        @Override
        public String describe() {
            return "captain's turn in thread " + threadId;
        }
    }

    /** A thread that is stopping has stopped. */
    record StopDue(String threadId) implements Timer {
        @Override
        public String describe() {
            return "stop of thread " + threadId;
        }
    }

    private static final List<String> ON_TASKS = List.of("task");

    private final ThreadRecords records;
    private final CaptainMachines machines;
    private final Sessions sessions;
    private final Tasks tasks;
    private final Scripts scripts;
    private final Results results;
    private final CaptainLatencies latencies;

    Captain(
            Registry registry,
            ThreadRecords records,
            CaptainMachines machines,
            Sessions sessions,
            Tasks tasks,
            Scripts scripts,
            CaptainLatencies latencies) {
        this.records = records;
        this.machines = machines;
        this.sessions = sessions;
        this.tasks = tasks;
        this.scripts = scripts;
        this.results = new Results(tasks);
        this.latencies = latencies;
        registry.on(TurnDue.class, this::turnDue)
                .on(StopDue.class, this::stopDue)
                .subscribe(VmPlaced.class, this::vmPlaced)
                .subscribe(VmRunning.class, this::vmRunning)
                .subscribe(VmLost.class, this::vmLost)
                .subscribe(ProvisioningEnded.class, this::provisioningEnded)
                .subscribe(TaskEnded.class, this::taskEnded);
    }

    /** Sets a Captain that has nothing in mind, or only waits, to work on {@code prompt}. */
    CaptainThread begin(Tx tx, String threadId, String prompt) {
        CaptainThread thread = records.get(tx, threadId);
        Program program = Program.of(prompt, scripts.captain(!thread.repos().isEmpty()));
        records.update(tx, threadId, run -> run.with(program));
        return wake(tx, threadId);
    }

    /** Lets a Captain go on with what it has in mind, as soon as its machine is awake. */
    private CaptainThread wake(Tx tx, String threadId) {
        Readiness readiness = machines.wake(tx, threadId);
        RunState state = readiness == Readiness.QUEUED ? RunState.QUEUED : RunState.RUNNING;
        records.update(tx, threadId, run -> run.to(state, List.of()));
        return readiness == Readiness.NOW ? act(tx, threadId) : records.get(tx, threadId);
    }

    /** Ends whatever a Captain does. */
    CaptainThread stop(Tx tx, String threadId) {
        end(tx, threadId);
        return records.update(tx, threadId, run -> Run.AT_REST);
    }

    /** Ends whatever a Captain does, and keeps its thread stopping for a while. */
    CaptainThread stop(Tx tx, String threadId, Duration stopping) {
        end(tx, threadId);
        long entry = tx.schedule(stopping, new StopDue(threadId));
        return records.update(
                tx,
                threadId,
                run -> run.to(RunState.STOPPING, List.of())
                        .with(Program.STOPPED.waitingFor(entry))
                        .withWakeups(0));
    }

    private void end(Tx tx, String threadId) {
        Program program = records.get(tx, threadId).run().program();
        if (program != null) {
            tx.cancel(program.entry());
        }
        tasks.ofThread(tx, threadId).forEach(task -> tasks.stop(tx, task.id()));
        machines.drop(tx, threadId);
    }

    private void stopDue(Tx tx, StopDue due) {
        List<String> asked = records.get(tx, due.threadId()).run().mind().inbox();
        records.update(tx, due.threadId(), run -> Run.AT_REST);
        if (!asked.isEmpty()) {
            begin(tx, due.threadId(), String.join("\n\n", asked));
        }
    }

    /** Ends whatever a Captain does, for good. */
    CaptainThread archive(Tx tx, String threadId) {
        end(tx, threadId);
        return records.update(
                tx,
                threadId,
                run -> run.to(RunState.ARCHIVED, List.of()).with((Program) null).withWakeups(0));
    }

    /** Lets a busy Captain start over, with what it had in mind and with {@code prompt}. */
    CaptainThread interrupt(Tx tx, String threadId, String prompt) {
        Run run = records.get(tx, threadId).run();
        Program before = run.mind();
        tx.cancel(before.entry());
        String both = before.prompt() + "\n\n" + prompt;
        Program program = Program.of(both, before.steps());
        CaptainThread thread = records.update(tx, threadId, old -> old.with(program));
        return before.entry() == 0 ? thread : act(tx, threadId);
    }

    private CaptainThread act(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        while (!thread.run().mind().isDone()) {
            CaptainStep step = thread.run().mind().current();
            if (step instanceof CaptainStep.Think think) {
                return think(tx, thread, think);
            } else if (step instanceof CaptainStep.WaitForTasks && hasTasksUnderWay(tx, threadId)) {
                return waitForTasks(tx, thread);
            }
            perform(tx, thread, step);
            thread = records.update(tx, threadId, run -> run.with(run.mind().stepped()));
        }
        return finish(tx, thread);
    }

    private CaptainThread think(Tx tx, CaptainThread thread, CaptainStep.Think think) {
        Duration exact = think.duration();
        Duration turn = exact != null ? exact : tx.jitter(thread.captain().scale(latencies.turn()));
        long entry = tx.schedule(turn, new TurnDue(thread.id()));
        int unread = thread.run().mind().inbox().size();
        return records.update(
                tx, thread.id(), run -> run.with(run.mind().waitingFor(entry)).withWakeups(unread));
    }

    private void turnDue(Tx tx, TurnDue due) {
        CaptainThread thread = records.get(tx, due.threadId());
        tx.emit(TokensUsed.turn(
                thread.id(), thread.captain(), thread.run().mind().prompt(), tx.random()));
        records.update(tx, due.threadId(), run -> run.with(run.mind().stepped()));
        act(tx, due.threadId());
    }

    private CaptainThread waitForTasks(Tx tx, CaptainThread thread) {
        if (!thread.run().mind().inbox().isEmpty()) {
            return readInbox(tx, thread);
        }
        records.update(tx, thread.id(), run -> run.to(RunState.WAITING, ON_TASKS));
        machines.rest(tx, thread.id());
        return records.get(tx, thread.id());
    }

    private CaptainThread finish(Tx tx, CaptainThread thread) {
        if (!thread.run().mind().inbox().isEmpty()) {
            return readInbox(tx, thread);
        }
        records.update(
                tx,
                thread.id(),
                run -> run.to(RunState.READY, List.of()).with((Program) null).withWakeups(0));
        machines.rest(tx, thread.id());
        return records.get(tx, thread.id());
    }

    private CaptainThread readInbox(Tx tx, CaptainThread thread) {
        return begin(tx, thread.id(), String.join("\n\n", thread.run().mind().inbox()));
    }

    private void perform(Tx tx, CaptainThread thread, CaptainStep step) {
        if (step instanceof CaptainStep.Say say) {
            records.say(tx, thread.id(), fill(tx, thread, say.text()));
        } else if (step instanceof CaptainStep.Delegate delegate) {
            delegate.assignments().forEach(assignment -> delegate(tx, thread, assignment));
        }
    }

    private void delegate(Tx tx, CaptainThread thread, CaptainStep.Assignment assignment) {
        Task task = tasks.create(
                tx,
                new NewTask(
                        thread.projectId(),
                        thread.id(),
                        thread.authorId(),
                        fill(tx, thread, assignment.title()),
                        fill(tx, thread, assignment.prompt()),
                        thread.repos(),
                        thread.build()));
        tasks.start(tx, task.id());
    }

    private String fill(Tx tx, CaptainThread thread, String text) {
        String prompt = thread.run().mind().prompt();
        String told = text.contains("{{results}}") ? results.of(tx, thread.id()) : "";
        return Template.fill(text, Map.of("title", Title.of(prompt), "prompt", prompt, "results", told));
    }

    private boolean hasTasksUnderWay(Tx tx, String threadId) {
        return tasks.ofThread(tx, threadId)
                .oldestFirst()
                .anyMatch(task -> task.status().isUnderWay());
    }

    private void taskEnded(Tx tx, TaskEnded ended) {
        if (ended.threadId() != null) {
            CaptainThread thread = records.get(tx, ended.threadId());
            if (thread.run().program() != null && thread.runState() != RunState.STOPPING) {
                records.update(tx, thread.id(), run -> run.withWakeups(run.pendingWakeups() + 1));
                if (thread.runState() == RunState.WAITING && !hasTasksUnderWay(tx, thread.id())) {
                    wake(tx, thread.id());
                }
            }
        }
    }

    /** A message for a Captain that is busy: it is read when the work in hand is done. */
    CaptainThread ask(Tx tx, String threadId, String prompt) {
        return records.update(
                tx, threadId, run -> run.with(run.mind().asked(prompt)).withWakeups(run.pendingWakeups() + 1));
    }

    private void vmPlaced(Tx tx, VmPlaced placed) {
        records.onVm(tx, placed.vmId())
                .filter(thread -> thread.runState() == RunState.QUEUED)
                .ifPresent(thread -> {
                    machines.noteHost(tx, thread.id());
                    records.update(tx, thread.id(), run -> run.to(RunState.RUNNING, List.of()));
                    if (thread.run().isPreparing()) {
                        act(tx, thread.id());
                    }
                });
    }

    private void vmRunning(Tx tx, VmRunning running) {
        records.onVm(tx, running.vmId()).ifPresent(thread -> {
            sessions.machineIsUp(tx, thread.id());
            if (!thread.run().isPreparing() && thread.runState() == RunState.RUNNING) {
                act(tx, thread.id());
            }
        });
    }

    private void provisioningEnded(Tx tx, ProvisioningEnded ended) {
        records.onVm(tx, ended.vmId())
                .filter(thread -> ended.provisioningId()
                        .equals(Objects.requireNonNull(thread.run().machine()).provisioningId()))
                .ifPresent(thread -> {
                    if (ended.ready()) {
                        machines.prepared(tx, thread, ended.provisioningId());
                    } else {
                        giveUp(tx, thread, "could not be prepared: " + machines.failure(tx, ended.provisioningId()));
                    }
                });
    }

    private void vmLost(Tx tx, VmLost lost) {
        records.onVm(tx, lost.vmId())
                .filter(thread -> !thread.run().isPreparing())
                .ifPresent(thread -> giveUp(tx, thread, "was lost: " + lost.reason()));
    }

    /** A Captain without a machine stops, and says why; one that only waits gets another when it goes on. */
    private void giveUp(Tx tx, CaptainThread thread, String why) {
        if (thread.runState().isActive()) {
            stop(tx, thread.id());
            records.say(tx, thread.id(), "I had to stop: my machine " + why);
        } else {
            machines.drop(tx, thread.id());
        }
    }
}
