package dev.capy.core.capx.approval;

import dev.capy.core.capx.activity.Resource;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person's decision.
 *
 * @param id its id
 * @param companyId in which company
 * @param taskId the task that waits
 * @param request what is asked for
 * @param status what became of it
 * @param note what was said about the decision; null for nothing
 * @param proposedAt when it was asked for
 * @param expiresAt when it is rejected if nobody decides
 * @param resolvedAt when it was decided; null while it is not
 * @param entry the timeline entry of its end; 0 when it is decided
 */
public record Approval(
        String id,
        String companyId,
        String taskId,
        Request request,
        ApprovalStatus status,
        @Nullable String note,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant resolvedAt,
        long entry) {

    /**
     * What is asked for.
     *
     * @param agentId which agent asks; null for nobody yet
     * @param playbookRunId the run that its task belongs to; null for none
     * @param actionType what it means to do, for example {@code publish}
     * @param estimatedCost how many credits that takes
     * @param context why it asks
     */
    public record Request(
            @Nullable String agentId,
            @Nullable String playbookRunId,
            String actionType,
            long estimatedCost,
            String context) {

        public Request {
            Objects.requireNonNull(actionType, "actionType");
            Objects.requireNonNull(context, "context");
        }
    }

    public Approval {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(companyId, "companyId");
        Objects.requireNonNull(taskId, "taskId");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(status, "status");
    }

    public boolean isPending() {
        return status == ApprovalStatus.PENDING;
    }

    Resource resource() {
        return new Resource("approval", id);
    }

    Approval resolved(ApprovalStatus how, @Nullable String why, Instant now) {
        return new Approval(id, companyId, taskId, request, how, why, proposedAt, expiresAt, now, 0);
    }
}
