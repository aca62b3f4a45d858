package dev.capy.core.warmpool;

import dev.capy.core.provisioning.Plan;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One virtual machine of a warm pool, or of a test boot.
 *
 * @param id the record's id
 * @param projectId whose pool it belongs to
 * @param vmId the machine
 * @param provisioningId how the machine is made ready
 * @param plan the configuration that it is made from
 * @param status where it is
 * @param isTest whether it is a test boot: not counted, never claimed, deleted by itself
 * @param failureReason why it failed; null when it did not
 * @param provisionedAt when it became ready; null when it has not
 * @param createdAt when it was asked for
 * @param entry the timeline entry that deletes it; 0 when none does
 */
public record Instance(
        String id,
        String projectId,
        String vmId,
        String provisioningId,
        Plan plan,
        InstanceStatus status,
        boolean isTest,
        @Nullable String failureReason,
        @Nullable Instant provisionedAt,
        Instant createdAt,
        long entry) {

    /** Which instances are counted together. */
    record Group(String projectId, InstanceStatus status, boolean isTest) {}

    public Instance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(vmId, "vmId");
        Objects.requireNonNull(provisioningId, "provisioningId");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    Group group() {
        return new Group(projectId, status, isTest);
    }

    /** When one that is ready became so. */
    Instant readyAt() {
        return Objects.requireNonNull(provisionedAt);
    }

    Instance deletedBy(long pending) {
        return to(status, failureReason, provisionedAt, pending);
    }

    Instance ready(Instant now) {
        return moved(InstanceStatus.READY, null, now);
    }

    Instance failed(String reason) {
        return moved(InstanceStatus.FAILED, reason, provisionedAt);
    }

    Instance claimed() {
        return moved(InstanceStatus.CLAIMED, null, provisionedAt);
    }

    private Instance moved(InstanceStatus next, @Nullable String reason, @Nullable Instant readyAt) {
        if (!status.next().contains(next)) {
            throw new IllegalStateException("instance " + id + " cannot go from " + status + " to " + next);
        }
        return to(next, reason, readyAt, entry);
    }

    private Instance to(InstanceStatus next, @Nullable String reason, @Nullable Instant readyAt, long pending) {
        return new Instance(
                id, projectId, vmId, provisioningId, plan, next, isTest, reason, readyAt, createdAt, pending);
    }
}
