package dev.capy.core.automation;

import dev.capy.core.account.User;
import dev.capy.core.automation.trigger.TriggerSet;
import dev.capy.core.kernel.RoutingSecret;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that starts by itself.
 *
 * @param id its id
 * @param projectId whose it is
 * @param createdByUserId for whom it acts, for ever
 * @param config what it is to do, and when
 * @param configRevision from 1; one more with each change of what it is to do
 * @param token what opens its URL; null until it has needed one
 * @param runs what it has done
 * @param createdAt when it was made
 * @param updatedAt when what it is to do last changed
 * @param deleted whether it is gone for everybody who asks
 */
public record Automation(
        String id,
        String projectId,
        String createdByUserId,
        AutomationConfig config,
        int configRevision,
        @Nullable RoutingSecret token,
        Runs runs,
        Instant createdAt,
        Instant updatedAt,
        boolean deleted) {

    /**
     * What an automation has done.
     *
     * @param count how often it ran
     * @param lastAt when it last did; null when it never did
     * @param lastId its newest run; null when it never ran
     */
    public record Runs(
            int count, @Nullable Instant lastAt, @Nullable String lastId) {

        static final Runs NONE = new Runs(0, null, null);

        Runs and(AutomationRun run) {
            return new Runs(count + 1, run.startedAt(), run.id());
        }
    }

    public Automation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(createdByUserId, "createdByUserId");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(runs, "runs");
    }

    /** What makes it run. */
    public TriggerSet triggerSet() {
        return config.triggerSet();
    }

    /** What opens its URL, while a trigger waits there; null otherwise. */
    public @Nullable RoutingSecret openToken() {
        return !deleted && triggerSet().isCallable() ? token : null;
    }

    boolean isRunnable() {
        return !deleted && config.enabled();
    }

    boolean isVisibleTo(User user) {
        return !deleted && (config.visibility() == Visibility.PROJECT || isOwnedBy(user));
    }

    boolean isOwnedBy(User user) {
        return createdByUserId.equals(user.id());
    }

    Automation with(AutomationConfig other, @Nullable RoutingSecret opener, Instant now) {
        return new Automation(
                id, projectId, createdByUserId, other, configRevision + 1, opener, runs, createdAt, now, deleted);
    }

    Automation after(AutomationRun run) {
        return new Automation(
                id,
                projectId,
                createdByUserId,
                config,
                configRevision,
                token,
                runs.and(run),
                createdAt,
                updatedAt,
                deleted);
    }

    Automation opened(RoutingSecret opener) {
        return new Automation(
                id, projectId, createdByUserId, config, configRevision, opener, runs, createdAt, updatedAt, deleted);
    }

    Automation gone(Instant now) {
        return new Automation(
                id, projectId, createdByUserId, config, configRevision, token, runs, createdAt, now, true);
    }
}
