package dev.capy.core.vm;

import java.util.Objects;

/**
 * A machine that carries virtual machines.
 *
 * @param id its name, for example {@code host-01}
 * @param capacity all it has
 * @param used what its virtual machines take; never more than the capacity
 */
public record Host(String id, VmShape capacity, VmShape used) {

    public Host {
        Objects.requireNonNull(id, "id");
        if (!capacity.fits(used)) {
            throw new IllegalStateException("host " + id + " has " + capacity + " and would carry " + used);
        }
    }

    /** A host that carries nothing yet. */
    public static Host empty(String id, VmShape capacity) {
        return new Host(id, capacity, VmShape.ZERO);
    }

    /** What is still to be had. */
    public VmShape free() {
        return capacity.minus(used);
    }

    Host taking(VmShape more) {
        return new Host(id, capacity, used.plus(more));
    }

    Host releasing(VmShape less) {
        return new Host(id, capacity, used.minus(less));
    }
}
