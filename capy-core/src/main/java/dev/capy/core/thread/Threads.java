package dev.capy.core.thread;

import dev.capy.core.account.User;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.provisioning.Provisioner;
import dev.capy.core.script.Effort;
import dev.capy.core.script.Scripts;
import dev.capy.core.session.Sessions;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Tasks;
import dev.capy.core.vm.Hypervisor;
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
    private final NewThreads newThreads;
    private final Captain captain;
    private final CaptainLatencies latencies;

    public Threads(
            Registry registry,
            Projects projects,
            Sources sources,
            Hypervisor hypervisor,
            Provisioner provisioner,
            Sessions sessions,
            Tasks tasks,
            Scripts scripts,
            CaptainLatencies latencies) {
        this.records = new ThreadRecords(registry);
        this.projects = projects;
        this.newThreads = new NewThreads(projects, sources);
        this.latencies = latencies;
        CaptainMachines machines = new CaptainMachines(projects, hypervisor, provisioner, sessions, records);
        this.captain = new Captain(registry, records, machines, sessions, tasks, scripts, latencies);
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
        CaptainThread thread = newThreads.make(tx, project, actor, wanted).joinedBy(actor, tx.now());
        records.add(tx, thread.joinedBy(caller, tx.now()));
        records.say(tx, thread.id(), actor.id(), wanted.prompt(), wanted.attachmentUrls());
        tx.schedule(latencies.title(), new TitleDue(thread.id(), Title.of(wanted.prompt())));
        return captain.begin(tx, thread.id(), wanted.prompt());
    }

    private void title(Tx tx, TitleDue due) {
        records.find(tx, due.threadId()).ifPresent(thread -> records.update(tx, thread.titled(due.title(), tx.now())));
    }

    /**
     * Sends a message: a Captain at rest, or one that only waits, takes it up at once; a busy one when the work in hand is
     * done.
     *
     * @param caller who calls
     * @param actor whom the message counts as written by
     * @param captains what the Captain thinks with from now on
     * @param builders what its Build agents think with from now on
     * @throws Invalid when the thread is archived
     */
    public Message send(
            Tx tx,
            User caller,
            User actor,
            String threadId,
            String text,
            List<String> attachmentUrls,
            Effort captains,
            Effort builders) {
        CaptainThread thread = records.get(tx, threadId);
        if (thread.runState() == RunState.ARCHIVED) {
            throw new Invalid("The thread is archived: unarchive it first");
        }
        Message message = records.say(tx, threadId, actor.id(), text, attachmentUrls);
        records.update(
                tx, thread.with(captains, builders).joinedBy(actor, tx.now()).joinedBy(caller, tx.now()));
        if (thread.runState().isActive()) {
            captain.ask(tx, threadId, text);
        } else {
            captain.begin(tx, threadId, text);
        }
        return message;
    }

    /**
     * Stops a thread: its session and its tasks end. One that does not run stays as it is.
     *
     * @throws Invalid when the thread is archived
     */
    public CaptainThread stop(Tx tx, String threadId) {
        CaptainThread thread = records.get(tx, threadId);
        return switch (thread.runState()) {
            case ARCHIVED -> throw new Invalid("The thread is archived: there is nothing to stop");
            case READY -> thread;
            case RUNNING, QUEUED, WAITING, BLOCKED -> captain.stop(tx, threadId);
        };
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
