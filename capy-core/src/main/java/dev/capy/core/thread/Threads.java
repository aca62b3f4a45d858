package dev.capy.core.thread;

import dev.capy.core.account.User;
import dev.capy.core.browser.BrowserSnapshots;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Budget;
import dev.capy.core.project.PersonalVariables;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.review.Reviews;
import dev.capy.core.script.Scripts;
import dev.capy.core.session.Sessions;
import dev.capy.core.source.Checks;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Tasks;
import dev.capy.core.vm.Hypervisor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The captain threads of a world. Thread-safe; the state is the transaction's. */
public final class Threads {

    /** A new thread gets its title. */
    record TitleDue(String threadId, String title) implements Timer {
        @Override
        public String describe() {
            return "title of thread " + threadId;
        }
    }

    private final ThreadRecords records;
    private final Projects projects;
    private final Budget budget;
    private final NewThreads newThreads;
    private final CaptainMachines machines;
    private final Captain captain;
    private final CaptainLatencies latencies;

    public Threads(
            Registry registry,
            Projects projects,
            Budget budget,
            PersonalVariables variables,
            Sources sources,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Sessions sessions,
            BrowserSnapshots browserSnapshots,
            Tasks tasks,
            Checks checks,
            Reviews reviews,
            Scripts scripts,
            CaptainLatencies latencies) {
        this.records = new ThreadRecords(registry);
        this.projects = projects;
        this.budget = budget;
        this.newThreads = new NewThreads(projects, sources, browserSnapshots);
        this.latencies = latencies;
        this.machines =
                new CaptainMachines(projects, variables, hypervisor, provisioner, sessions, browserSnapshots, records);
        CaptainWaits waits = new CaptainWaits(tasks, checks, reviews);
        this.captain = new Captain(
                registry, records, machines, tasks, scripts, new CaptainActs(records, budget, tasks, waits, latencies));
        new CaptainNews(registry, records, machines, sessions, sources, tasks, waits, captain).listen();
        registry.on(TitleDue.class, this::title);
    }

    /**
     * Starts a thread: its Captain begins at once.
     *
     * @param caller who calls
     * @param actor whom the thread counts as started by: the caller, or the member that it acts for
     * @throws Invalid when it names a tag, repository, branch or browser snapshot that does not exist
     */
    public CaptainThread start(Tx tx, User caller, User actor, NewThread wanted) {
        Project project = projects.project(tx, wanted.projectId());
        budget.require(tx, project.id());
        CaptainThread thread = newThreads.make(tx, project, actor, wanted).joinedBy(actor, tx.now());
        records.add(tx, thread.joinedBy(caller, tx.now()));
        records.say(tx, thread.id(), actor.id(), NewMessage.prompt(wanted));
        tx.schedule(latencies.title(), new TitleDue(thread.id(), Title.of(wanted.prompt())));
        return captain.begin(tx, thread.id(), wanted.prompt());
    }

    private void title(Tx tx, TitleDue due) {
        records.find(tx, due.threadId()).ifPresent(thread -> records.update(tx, thread.titled(due.title(), tx.now())));
    }

    /**
     * Sends a message: a Captain at rest, or one that only waits, takes it up at once; a busy one when the work in hand is
     * done, or at once when it is to be interrupted. A message that was sent before under the same id is not sent again.
     *
     * @param caller who calls
     * @param actor whom the message counts as written by
     * @throws Conflict when the thread is archived, or another message has this id
     */
    public Sent send(Tx tx, User caller, User actor, String threadId, NewMessage wanted) {
        CaptainThread thread = records.get(tx, threadId);
        Optional<Message> before = records.byClientId(tx, threadId, wanted.clientId());
        if (before.isPresent()) {
            return repeated(before.get(), wanted);
        }
        if (thread.runState() == RunState.ARCHIVED) {
            throw new Conflict("The thread is archived: unarchive it first");
        }
        budget.require(tx, thread.projectId());
        Message message = records.say(tx, threadId, actor.id(), wanted);
        records.update(
                tx,
                thread.with(wanted.captain(), wanted.build())
                        .joinedBy(actor, tx.now())
                        .joinedBy(caller, tx.now()));
        return new Sent(message, deliver(tx, thread, wanted), false);
    }

    private static Sent repeated(Message before, NewMessage wanted) {
        if (!before.content().equals(wanted.text())) {
            throw new Conflict("Another message of this thread has the messageId " + wanted.clientId());
        }
        return new Sent(before, Sent.Status.SENT, true);
    }

    private Sent.Status deliver(Tx tx, CaptainThread thread, NewMessage wanted) {
        return switch (thread.runState()) {
            case RUNNING, QUEUED -> {
                if (wanted.interrupts()) {
                    captain.interrupt(tx, thread.id(), wanted.text());
                    yield Sent.Status.SENT;
                }
                captain.ask(tx, thread.id(), wanted.text());
                yield Sent.Status.QUEUED;
            }
            case STOPPING -> {
                captain.ask(tx, thread.id(), wanted.text());
                yield Sent.Status.QUEUED;
            }
            case BLOCKED -> {
                if (wanted.interrupts()) {
                    captain.turnTo(tx, thread.id(), wanted.text());
                    yield Sent.Status.SENT;
                }
                captain.ask(tx, thread.id(), wanted.text());
                yield Sent.Status.QUEUED;
            }
            case READY -> {
                if (thread.run().isAsking()) {
                    captain.answer(tx, thread.id(), wanted.text());
                } else {
                    captain.begin(tx, thread.id(), wanted.text());
                }
                yield Sent.Status.SENT;
            }
            case WAITING, ARCHIVED -> {
                captain.begin(tx, thread.id(), wanted.text());
                yield Sent.Status.SENT;
            }
        };
    }

    /**
     * Gives the browser of a thread's Captain these snapshots to start with from now on, in place of those before.
     *
     * @param user who wants it: nobody uses what they do not see
     * @throws Invalid when there is no such snapshot
     */
    public CaptainThread browseWith(Tx tx, User user, String threadId, List<String> snapshotIds) {
        CaptainThread thread = records.get(tx, threadId);
        Project project = projects.project(tx, thread.projectId());
        List<String> known = newThreads.browserSnapshots(tx, project, user, snapshotIds);
        machines.browseWith(tx, thread, user.id(), known);
        return records.update(tx, thread.browsingWith(known));
    }

    /**
     * Gives a thread these tags, in place of those before.
     *
     * @throws Invalid when its organization has no such tag
     */
    public CaptainThread setTags(Tx tx, String threadId, List<String> tags) {
        CaptainThread thread = records.get(tx, threadId);
        Project project = projects.project(tx, thread.projectId());
        return records.update(tx, thread.tagged(newThreads.tags(tx, project, tags), tx.now()));
    }

    /**
     * Stops a thread: its session and its tasks end. One that does not run stays as it is.
     *
     * @throws Conflict when the thread is archived
     */
    public CaptainThread stop(Tx tx, String threadId) {
        return stop(tx, threadId, Duration.ZERO);
    }

    /**
     * Stops a thread: its session and its tasks end at once. One that does not run stays as it is.
     *
     * @param stopping for how long it is stopping before it is ready
     * @throws Conflict when the thread is archived
     */
    public CaptainThread stop(Tx tx, String threadId, Duration stopping) {
        CaptainThread thread = records.get(tx, threadId);
        return switch (thread.runState()) {
            case ARCHIVED -> throw new Conflict("The thread is archived: there is nothing to stop");
            case READY, STOPPING -> thread;
            case RUNNING, QUEUED, WAITING, BLOCKED ->
                stopping.isZero() ? captain.stop(tx, threadId) : captain.stop(tx, threadId, stopping);
        };
    }

    /**
     * Takes out of the way what a blocked thread is blocked on: its Captain goes on.
     *
     * @throws Conflict when the thread is not blocked
     */
    public CaptainThread unblock(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        if (thread.runState() != RunState.BLOCKED) {
            throw new Conflict(
                    "The thread is " + thread.runState().word() + ": only one that is blocked can be unblocked");
        }
        return captain.resume(tx, threadId);
    }

    /**
     * Ends what a waiting thread waits for, whether it has happened or not: its Captain goes on.
     *
     * @throws Conflict when the thread does not wait, or waits for its tasks
     */
    public CaptainThread wake(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        if (thread.runState() != RunState.WAITING) {
            throw new Conflict("The thread is " + thread.runState().word() + ": only one that waits can be woken");
        } else if (thread.run().waitingOn().contains(CaptainWaits.TASK)) {
            throw new Conflict("The thread waits for its tasks: stop them, or let them come to their end");
        }
        return captain.resume(tx, threadId);
    }

    /** Archives a thread; whatever it does ends. One that is archived stays so. */
    public CaptainThread archive(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        return thread.runState() == RunState.ARCHIVED ? thread : captain.archive(tx, threadId);
    }

    /** Takes a thread back from the archive, at rest. One that is not archived stays as it is. */
    public CaptainThread unarchive(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        return thread.runState() == RunState.ARCHIVED ? records.update(tx, threadId, run -> Run.AT_REST) : thread;
    }

    /**
     * The thread with this id, as {@code caller} sees it.
     *
     * @throws NotFound when the caller sees no such thread
     */
    public CaptainThread visible(View view, User caller, String id) {
        return records.find(view, id)
                .filter(thread -> projects.isVisible(view, caller, thread.projectId()))
                .orElseThrow(() -> new NotFound("Thread not found"));
    }

    /** The thread with this id; empty when there is none. */
    public Optional<CaptainThread> find(View view, String id) {
        return records.find(view, id);
    }

    /** The thread with this id. */
    public CaptainThread thread(View view, String id) {
        return records.get(view, id);
    }

    /**
     * The threads of a project, newest first.
     *
     * @param from the position to start at, that one included; {@link Long#MAX_VALUE} for the newest
     */
    public Stream<CaptainThread> newestFirst(View view, String projectId, long from) {
        return records.ofProject(view, projectId).newestFirst(from);
    }

    /** Where a thread stands in the order of creation. */
    public long position(View view, CaptainThread thread) {
        return records.position(view, thread);
    }

    /**
     * The messages of a thread, newest first.
     *
     * @param from the position to start at, that one included; {@link Long#MAX_VALUE} for the newest
     */
    public Stream<Message> messages(View view, String threadId, long from) {
        return records.messages(view, threadId).newestFirst(from);
    }

    /** Where a message stands in the order of creation. */
    public long position(View view, Message message) {
        return records.position(view, message);
    }
}
