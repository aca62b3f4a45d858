package dev.capy.core.thread;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The records of threads and of their messages. */
final class ThreadRecords {

    private static final Table<CaptainThread> THREADS = Table.of("threads", CaptainThread.class, CaptainThread::id);
    private static final Index<CaptainThread, String> BY_PROJECT = THREADS.index(CaptainThread::projectId);
    private static final Index<CaptainThread, String> BY_VM = THREADS.index(ThreadRecords::vmId);
    private static final Table<Message> MESSAGES = Table.of("messages", Message.class, Message::id);
    private static final Index<Message, String> BY_THREAD = MESSAGES.index(Message::threadId);
    private static final Index<Message, Message.ClientKey> BY_CLIENT_ID = MESSAGES.index(Message::clientKey);

    ThreadRecords(Registry registry) {
        registry.tables(THREADS, MESSAGES);
    }

    private static @Nullable String vmId(CaptainThread thread) {
        Run.Machine machine = thread.run().machine();
        return machine == null ? null : machine.vmId();
    }

    void add(Tx tx, CaptainThread thread) {
        tx.insert(THREADS, thread);
    }

    CaptainThread update(Tx tx, CaptainThread thread) {
        return replace(tx, get(tx, thread.id()), thread);
    }

    /** Changes where a thread's Captain stands. */
    CaptainThread update(Tx tx, String id, UnaryOperator<Run> change) {
        CaptainThread thread = get(tx, id);
        return replace(tx, thread, thread.with(change.apply(thread.run()), tx.now()));
    }

    private static CaptainThread replace(Tx tx, CaptainThread before, CaptainThread after) {
        if (before.runState() != after.runState()) {
            tx.emit(ThreadChanged.to(after));
        }
        return tx.update(THREADS, after);
    }

    Optional<CaptainThread> find(View view, String id) {
        return view.find(THREADS, id);
    }

    CaptainThread get(View view, String id) {
        return view.get(THREADS, id);
    }

    /** The thread whose Captain has this machine. */
    Optional<CaptainThread> onVm(View view, String vmId) {
        return view.where(BY_VM, vmId).oldest();
    }

    Rows<CaptainThread> ofProject(View view, String projectId) {
        return view.where(BY_PROJECT, projectId);
    }

    long position(View view, CaptainThread thread) {
        return view.sequence(THREADS, thread.id());
    }

    /** The Captain writes a message. */
    Message say(Tx tx, String threadId, String content) {
        return tx.insert(MESSAGES, new Message(tx.newId(), threadId, null, null, content, List.of(), tx.now()));
    }

    /** A user writes a message. */
    Message say(Tx tx, String threadId, String authorId, NewMessage wanted) {
        return tx.insert(
                MESSAGES,
                new Message(
                        tx.newId(),
                        threadId,
                        authorId,
                        wanted.clientId(),
                        wanted.text(),
                        wanted.attachmentUrls(),
                        tx.now()));
    }

    /** The message that its sender gave this id; empty when there is none, or no id. */
    Optional<Message> byClientId(View view, String threadId, @Nullable String clientId) {
        return clientId == null
                ? Optional.empty()
                : view.where(BY_CLIENT_ID, new Message.ClientKey(threadId, clientId))
                        .oldest();
    }

    Rows<Message> messages(View view, String threadId) {
        return view.where(BY_THREAD, threadId);
    }

    long position(View view, Message message) {
        return view.sequence(MESSAGES, message.id());
    }
}
