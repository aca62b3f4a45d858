package dev.capy.core.vm;

import dev.capy.core.files.FileTree;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A virtual machine.
 *
 * @param id its id
 * @param purpose what it is for, in words a person understands
 * @param size how big it is
 * @param state where it is in its life
 * @param hostId the host that carries it; null while none does
 * @param files its disk as of the last command that ended; running ones may have changed it since, see
 *     {@link Hypervisor#disk}
 * @param labels what those who use it have written on it, by name; not seen from inside
 * @param createdAt when it was asked for
 * @param pending the timeline entry that ends a boot or a stop; 0 when none is under way
 */
public record Vm(
        String id,
        String purpose,
        VmSize size,
        VmState state,
        @Nullable String hostId,
        FileTree files,
        SortedMap<String, String> labels,
        Instant createdAt,
        long pending) {

    public Vm {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(files, "files");
        labels = labels.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        if (state.isOnHost() != (hostId != null)) {
            throw new IllegalStateException("vm " + id + " is " + state + " on host " + hostId);
        }
    }

    /** This machine on a host, an entry pending. */
    Vm on(VmState next, @Nullable String host, long entry) {
        requireNext(next);
        return new Vm(id, purpose, size, next, host, files, labels, createdAt, entry);
    }

    /** This machine where it is, with nothing pending. */
    Vm settled(VmState next) {
        return on(next, next.isOnHost() ? hostId : null, 0);
    }

    Vm with(FileTree disk) {
        return new Vm(id, purpose, size, state, hostId, disk, labels, createdAt, pending);
    }

    Vm labelled(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(name, value);
        return new Vm(id, purpose, size, state, hostId, files, more, createdAt, pending);
    }

    private void requireNext(VmState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("vm " + id + " cannot go from " + state + " to " + next);
        }
    }
}
