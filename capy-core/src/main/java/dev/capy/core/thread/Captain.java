package dev.capy.core.thread;

import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.script.AgentRequest;
import dev.capy.core.script.CaptainStep;
import dev.capy.core.script.Scripts;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.CaptainMachines.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The Captain of every thread: it takes up what it is asked for, goes on step by step, waits, and comes to an end. */
final class Captain {

    /** A Captain's turn is over. */
    record TurnDue(String threadId) implements Timer {
        @Override
        public String describe() {
            return "captain's turn in thread " + threadId;
        }
    }

    /** The time that a Captain waits for has passed. */
    record WaitDue(String threadId) implements Timer {
        @Override
        public String describe() {
            return "captain's timer in thread " + threadId;
        }
    }

    /** A thread that is stopping has stopped. */
    record StopDue(String threadId) implements Timer {
        @Override
        public String describe() {
            return "stop of thread " + threadId;
        }
    }

    private final ThreadRecords records;
    private final CaptainMachines machines;
    private final Tasks tasks;
    private final Scripts scripts;
    private final CaptainActs acts;

    Captain(
            Registry registry,
            ThreadRecords records,
            CaptainMachines machines,
            Tasks tasks,
            Scripts scripts,
            CaptainActs acts) {
        this.records = records;
        this.machines = machines;
        this.tasks = tasks;
        this.scripts = scripts;
        this.acts = acts;
        registry.on(TurnDue.class, this::turnDue)
                .on(WaitDue.class, (tx, due) -> resume(tx, due.threadId()))
                .on(StopDue.class, this::stopDue);
    }

    /** Sets a Captain that has nothing in mind, or only waits, to work on {@code prompt}. */
    CaptainThread begin(Tx tx, String threadId, String prompt) {
        CaptainThread thread = records.get(tx, threadId);
        cancelEntry(tx, thread);
        AgentRequest request = new AgentRequest(thread.projectId(), prompt, thread.origin(), thread.tags());
        Scripts.Chosen<CaptainStep> chosen =
                scripts.captain(tx, request, !thread.repos().isEmpty());
        Program program = Program.of(prompt, chosen.script().orElse(null), chosen.steps());
        records.update(tx, threadId, run -> run.with(program));
        return wake(tx, threadId);
    }

    /** Sets a blocked Captain to work on {@code prompt}, and on what it has not read yet, in place of what it is blocked on. */
    CaptainThread turnTo(Tx tx, String threadId, String prompt) {
        return begin(
                tx,
                threadId,
                records.get(tx, threadId).run().mind().asked(prompt).unread());
    }

    /** Lets a Captain that has asked something go on with the reply. */
    CaptainThread answer(Tx tx, String threadId, String reply) {
        records.update(tx, threadId, run -> run.with(run.mind().answered(reply)));
        return wake(tx, threadId);
    }

    /** Lets a Captain that waits, or is blocked, go on with its next step. */
    CaptainThread resume(Tx tx, String threadId) {
        cancelEntry(tx, records.get(tx, threadId));
        records.update(tx, threadId, run -> run.with(run.mind().stepped()));
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

    private void stopDue(Tx tx, StopDue due) {
        String asked = records.get(tx, due.threadId()).run().mind().unread();
        records.update(tx, due.threadId(), run -> Run.AT_REST);
        if (!asked.isEmpty()) {
            begin(tx, due.threadId(), asked);
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

    private void end(Tx tx, String threadId) {
        cancelEntry(tx, records.get(tx, threadId));
        tasks.ofThread(tx, threadId).forEach(task -> tasks.stop(tx, task.id()));
        machines.drop(tx, threadId);
    }

    private static void cancelEntry(Tx tx, CaptainThread thread) {
        Program program = thread.run().program();
        if (program != null) {
            tx.cancel(program.entry());
        }
    }

    /** Lets a busy Captain start over, with what it had in mind and with {@code prompt}. */
    CaptainThread interrupt(Tx tx, String threadId, String prompt) {
        Program before = records.get(tx, threadId).run().mind();
        tx.cancel(before.entry());
        Program program = before.restarted(before.prompt() + "\n\n" + prompt);
        CaptainThread thread = records.update(tx, threadId, old -> old.with(program));
        return before.entry() == 0 ? thread : act(tx, threadId);
    }

    /** A message for a Captain that is busy: it is read when the work in hand is done. */
    CaptainThread ask(Tx tx, String threadId, String prompt) {
        return records.update(
                tx, threadId, run -> run.with(run.mind().asked(prompt)).withWakeups(run.pendingWakeups() + 1));
    }

    /** Does one step after the other until one takes time, or there are none. */
    CaptainThread act(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        while (!thread.run().mind().isDone()) {
            Next next = acts.perform(tx, thread);
            if (!(next instanceof Next.GoOn)) {
                return pause(tx, thread, next);
            }
            thread = records.update(tx, threadId, run -> run.with(run.mind().stepped()));
        }
        return finish(tx, thread);
    }

    private CaptainThread pause(Tx tx, CaptainThread thread, Next next) {
        if (next instanceof Next.Turn turn) {
            return think(tx, thread, turn.duration());
        } else if (next instanceof Next.Wait wait) {
            return await(tx, thread, wait);
        } else if (next instanceof Next.Blocked blocked) {
            return rest(tx, thread, thread.run().blocked(List.of(blocked.on().word())));
        } else if (next instanceof Next.Asks) {
            String reply = thread.run().mind().unread();
            return reply.isEmpty()
                    ? rest(
                            tx,
                            thread,
                            thread.run().to(RunState.READY, List.of()).withWakeups(0))
                    : answer(tx, thread.id(), reply);
        } else if (next instanceof Next.GivesUp gaveUp) {
            return giveUp(tx, thread, gaveUp.message());
        }
        return archive(tx, thread.id());
    }

    private CaptainThread think(Tx tx, CaptainThread thread, Duration turn) {
        long entry = tx.schedule(turn, new TurnDue(thread.id()));
        int unread = thread.run().mind().inbox().size();
        return records.update(
                tx, thread.id(), run -> run.with(run.mind().waitingFor(entry)).withWakeups(unread));
    }

    private void turnDue(Tx tx, TurnDue due) {
        CaptainThread thread = records.get(tx, due.threadId());
        tx.emit(TokensUsed.turn(
                thread.id(), thread.captain(), thread.run().mind().prompt(), tx.random()));
        Optional<String> objection = acts.objection(tx, thread);
        if (objection.isPresent()) {
            giveUp(tx, thread, objection.get());
        } else {
            records.update(tx, due.threadId(), run -> run.with(run.mind().stepped()));
            act(tx, due.threadId());
        }
    }

    private CaptainThread await(Tx tx, CaptainThread thread, Next.Wait wait) {
        String unread = thread.run().mind().unread();
        if (!unread.isEmpty()) {
            return begin(tx, thread.id(), unread);
        }
        Duration timer = wait.timer();
        long entry = timer == null ? 0 : tx.schedule(timer, new WaitDue(thread.id()));
        Run waiting = thread.run().to(RunState.WAITING, List.of(wait.on()));
        return rest(tx, thread, waiting.with(waiting.mind().waitingFor(entry)));
    }

    private CaptainThread finish(Tx tx, CaptainThread thread) {
        String unread = thread.run().mind().unread();
        return unread.isEmpty()
                ? rest(
                        tx,
                        thread,
                        thread.run()
                                .to(RunState.READY, List.of())
                                .with((Program) null)
                                .withWakeups(0))
                : begin(tx, thread.id(), unread);
    }

    private CaptainThread rest(Tx tx, CaptainThread thread, Run resting) {
        records.update(tx, thread.id(), run -> resting);
        machines.rest(tx, thread.id());
        return records.get(tx, thread.id());
    }

    /** Stops, says why, and takes up what it was asked for meanwhile. */
    CaptainThread giveUp(Tx tx, CaptainThread thread, String message) {
        String unread = thread.run().mind().unread();
        stop(tx, thread.id());
        records.say(tx, thread.id(), message);
        return unread.isEmpty() ? records.get(tx, thread.id()) : begin(tx, thread.id(), unread);
    }
}
