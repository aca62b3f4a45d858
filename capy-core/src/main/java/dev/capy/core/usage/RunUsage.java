package dev.capy.core.usage;

import dev.capy.core.account.User;
import dev.capy.core.script.AgentType;
import dev.capy.core.task.Task;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run has cost.
 *
 * @param jamId the run: a thread's id for its Captain, a jam's for a Build agent
 * @param title what it is called; null when it has no title yet
 * @param status where it is, in the API's word
 * @param agentType which kind of agent it is of
 * @param projectId whose run it is
 * @param createdAt when it began
 * @param updatedAt when it last changed
 * @param user whom it counts for
 * @param task the task that it is a run of; null for a Captain
 * @param lastActivityAt when it was last charged
 * @param modelCount how many models it asked
 * @param cost what it cost
 */
public record RunUsage(
        String jamId,
        @Nullable String title,
        String status,
        AgentType agentType,
        String projectId,
        Instant createdAt,
        Instant updatedAt,
        User user,
        @Nullable Task task,
        Instant lastActivityAt,
        int modelCount,
        Cost cost) {}
