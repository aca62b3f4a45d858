package dev.capy.core.vm;

import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.shell.Outcome;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where virtual machines come from. Whoever asks for one owns it: hears of it through {@link VmPlaced}, {@link VmRunning}
 * and {@link VmLost}, and destroys it in the end.
 *
 * <p>Implementations are thread-safe; the state is the transaction's.
 */
public interface Hypervisor {

    /**
     * Asks for a machine. It boots when a host has room, in the order of asking; one that no host could ever carry is lost
     * at once.
     *
     * @param purpose what it is for, in words a person understands
     * @param files the disk it starts with; sharing it with other machines costs nothing
     */
    Vm create(Tx tx, String purpose, VmSize size, FileTree files);

    /**
     * Asks for a machine that goes on with a disk that was read off another one ({@link #disk}). It is placed as one that
     * boots, and is up sooner.
     *
     * @param purpose what it is for, in words a person understands
     * @param files the disk it starts with; sharing it costs nothing
     */
    Vm restore(Tx tx, String purpose, VmSize size, FileTree files);

    /** Takes a running machine off its host; its disk is kept. A machine in another state is left alone. */
    void suspend(Tx tx, String vmId);

    /** Puts a suspended machine back on a host, queueing as for a boot. A machine in another state is left alone. */
    void resume(Tx tx, String vmId);

    /** Ends a machine, whatever it does. Its host has the room back when it has stopped. Unknown ones are ignored. */
    void destroy(Tx tx, String vmId);

    /** Lets a host fail: every machine on it is lost. The host itself is back at once, empty. */
    void crash(Tx tx, String hostId);

    /**
     * Lets a machine fail: it is lost.
     *
     * @param reason what happened, for a person
     */
    void fail(Tx tx, String vmId, String reason);

    /**
     * Why a step on the way to a ready machine fails, whatever it does; empty when nothing says so.
     *
     * @param step the API's name of it
     */
    Optional<String> failure(View view, String vmId, String step);

    /** The machine with this id; empty when it is gone. */
    Optional<Vm> find(View view, String vmId);

    /** The disk as it is now, running commands included. */
    FileTree disk(View view, String vmId);

    /** Puts a file on a disk at once. */
    void write(Tx tx, String vmId, String path, FileNode file);

    /**
     * Changes a disk at once.
     *
     * @param change what becomes of all that is on it
     */
    void change(Tx tx, String vmId, UnaryOperator<FileTree> change);

    /** Puts a whole tree at {@code path} of a disk at once, in place of what is there. */
    void mount(Tx tx, String vmId, String path, FileTree files);

    /** Writes {@code value} on a label of a machine, in place of what it said. */
    void label(Tx tx, String vmId, String name, String value);

    /**
     * Starts a command on a running machine. It ends after {@link Execution#duration()}, which is when the caller calls
     * {@link #finish}; how it ends shows only then.
     *
     * @throws IllegalStateException when the machine does not run
     */
    Execution start(Tx tx, String vmId, Command command);

    /** Lets a command that was started go on without anyone waiting for it: it is never finished. */
    void detach(Tx tx, String executionId);

    /**
     * Takes note that a command has ended, or cuts it off where it is.
     *
     * @throws NotFound when its machine is gone
     */
    Outcome finish(Tx tx, String executionId);
}
