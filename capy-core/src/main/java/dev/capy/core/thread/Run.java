package dev.capy.core.thread;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a thread's Captain stands.
 *
 * @param state what it is doing
 * @param waitingOn what it waits for, in the API's words
 * @param blockedOn what a person has to do, in the API's words
 * @param pendingWakeups how many notifications it has not taken notice of
 * @param machine its machine; null when it has none
 * @param program what it has in mind; null when it has nothing
 */
public record Run(
        RunState state,
        List<String> waitingOn,
        List<String> blockedOn,
        int pendingWakeups,
        @Nullable Machine machine,
        @Nullable Program program) {

    /**
     * The Captain's machine.
     *
     * @param vmId which one
     * @param provisioningId how it is made ready; null once it is
     * @param hostedAt since when it is on a host; null while it is on none
     */
    public record Machine(
            String vmId,
            @Nullable String provisioningId,
            @Nullable Instant hostedAt) {

        Machine hosted(@Nullable Instant since) {
            return new Machine(vmId, provisioningId, since);
        }

        Machine prepared() {
            return new Machine(vmId, null, hostedAt);
        }
    }

    static final Run AT_REST = new Run(RunState.READY, List.of(), List.of(), 0, null, null);

    public Run {
        Objects.requireNonNull(state, "state");
        waitingOn = List.copyOf(waitingOn);
        blockedOn = List.copyOf(blockedOn);
    }

    /** What the Captain of a run that is under way has in mind. */
    Program mind() {
        return Objects.requireNonNull(program);
    }

    boolean isPreparing() {
        return machine != null && machine.provisioningId() != null;
    }

    /** @throws IllegalStateException when a thread in this state cannot get there */
    Run to(RunState next, List<String> waits) {
        if (next != state && !state.next().contains(next)) {
            throw new IllegalStateException("a thread cannot go from " + state + " to " + next);
        }
        return new Run(next, waits, List.of(), pendingWakeups, machine, program);
    }

    /** Waits for a person to do this, in the API's words. */
    Run blocked(List<String> on) {
        Run blocked = to(RunState.BLOCKED, List.of());
        return new Run(RunState.BLOCKED, List.of(), on, pendingWakeups, blocked.machine, blocked.program);
    }

    /** Whether it has asked something and rests until there is a reply. */
    boolean isAsking() {
        return state == RunState.READY && program != null;
    }

    Run prepared() {
        return on(Objects.requireNonNull(machine).prepared());
    }

    Run on(@Nullable Machine other) {
        return new Run(state, waitingOn, blockedOn, pendingWakeups, other, program);
    }

    Run with(@Nullable Program other) {
        return new Run(state, waitingOn, blockedOn, pendingWakeups, machine, other);
    }

    Run withWakeups(int count) {
        return new Run(state, waitingOn, blockedOn, count, machine, program);
    }
}
