package dev.capy.core.warmpool;

import dev.capy.core.provisioning.Plan;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The warm pool of a project, once someone has configured it.
 *
 * @param projectId whose pool it is
 * @param config how it is to be
 * @param plan how its machines are made ready, as the configuration says
 * @param createdAt when it was first configured
 * @param updatedAt when it was last configured
 * @param lastProvisionedAt when a machine last became ready; null when none has
 * @param lastClaimedAt when a machine was last claimed; null when none was
 * @param failures how many rounds of provisioning failed one after the other
 * @param retry the timeline entry that ends the back-off; 0 when there is none
 */
public record WarmPool(
        String projectId,
        WarmPoolConfig config,
        Plan plan,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant lastProvisionedAt,
        @Nullable Instant lastClaimedAt,
        int failures,
        long retry) {

    public WarmPool {
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(plan, "plan");
    }

    static WarmPool create(String projectId, WarmPoolConfig config, Plan plan, Instant now) {
        return new WarmPool(projectId, config, plan, now, now, null, null, 0, 0);
    }

    /** This pool told anew how to be: what went wrong before does not count any more. */
    WarmPool configured(WarmPoolConfig other, Plan how, Instant now) {
        return new WarmPool(projectId, other, how, createdAt, now, lastProvisionedAt, lastClaimedAt, 0, 0);
    }

    /** This pool with other machines to make: what went wrong before does not count any more. */
    WarmPool planned(Plan how) {
        return new WarmPool(projectId, config, how, createdAt, updatedAt, lastProvisionedAt, lastClaimedAt, 0, 0);
    }

    WarmPool provisioned(Instant now) {
        return new WarmPool(projectId, config, plan, createdAt, updatedAt, now, lastClaimedAt, 0, retry);
    }

    WarmPool claimed(Instant now) {
        return new WarmPool(projectId, config, plan, createdAt, updatedAt, lastProvisionedAt, now, failures, retry);
    }

    WarmPool backingOff(long entry) {
        return new WarmPool(
                projectId, config, plan, createdAt, updatedAt, lastProvisionedAt, lastClaimedAt, failures + 1, entry);
    }

    WarmPool retrying() {
        return new WarmPool(
                projectId, config, plan, createdAt, updatedAt, lastProvisionedAt, lastClaimedAt, failures, 0);
    }

    boolean isBackingOff() {
        return retry != 0;
    }
}
