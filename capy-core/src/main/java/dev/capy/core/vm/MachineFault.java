package dev.capy.core.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A rule by which something goes wrong with virtual machines that are still to be created.
 *
 * @param name what it is called
 * @param purpose a part of what the machines are for, for example {@code captain}; empty for any
 * @param nth which of them it strikes, from 1; 0 for every one
 * @param trouble what goes wrong
 * @param matched how many machines it was for
 * @param vmIds those that it struck, oldest first
 */
public record MachineFault(
        String name, String purpose, int nth, MachineTrouble trouble, int matched, List<String> vmIds) {

    public MachineFault {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(trouble, "trouble");
        if (nth < 0) {
            throw new IllegalArgumentException("machines are counted from 1, was " + nth);
        }
        vmIds = List.copyOf(vmIds);
    }

    /** A rule for every machine. */
    public static MachineFault of(String name, MachineTrouble trouble) {
        return new MachineFault(name, "", 0, trouble, 0, List.of());
    }

    /** The same for machines whose purpose has this in it, whatever the case. */
    public MachineFault on(String part) {
        return new MachineFault(name, part, nth, trouble, matched, vmIds);
    }

    /** The same for this one of them alone, counted from 1. */
    public MachineFault nth(int number) {
        return new MachineFault(name, purpose, number, trouble, matched, vmIds);
    }

    /** This rule when it has met one more machine that it is for. */
    MachineFault meeting(String vmId) {
        List<String> struck = new ArrayList<>(vmIds);
        if (nth == 0 || nth == matched + 1) {
            struck.add(vmId);
        }
        return new MachineFault(name, purpose, nth, trouble, matched + 1, struck);
    }
}
