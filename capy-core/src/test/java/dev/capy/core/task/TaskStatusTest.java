package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Invalid;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStatusTest {

    private static final Map<TaskStatus, EnumSet<TaskStatus>> NEXT = Map.of(
            TaskStatus.BACKLOG,
            EnumSet.of(TaskStatus.QUEUED, TaskStatus.ARCHIVED),
            TaskStatus.QUEUED,
            EnumSet.of(
                    TaskStatus.IN_PROGRESS,
                    TaskStatus.BACKLOG,
                    TaskStatus.NEEDS_REVIEW,
                    TaskStatus.COMPLETED,
                    TaskStatus.ERROR),
            TaskStatus.IN_PROGRESS,
            EnumSet.of(TaskStatus.NEEDS_REVIEW, TaskStatus.BACKLOG, TaskStatus.COMPLETED, TaskStatus.ERROR),
            TaskStatus.NEEDS_REVIEW,
            EnumSet.of(TaskStatus.QUEUED, TaskStatus.COMPLETED, TaskStatus.ARCHIVED),
            TaskStatus.ERROR,
            EnumSet.of(TaskStatus.QUEUED, TaskStatus.COMPLETED, TaskStatus.ARCHIVED),
            TaskStatus.COMPLETED,
            EnumSet.of(TaskStatus.ARCHIVED),
            TaskStatus.ARCHIVED,
            EnumSet.noneOf(TaskStatus.class));

    @ParameterizedTest
    @EnumSource
    void leadsOnlyWhereItMayAndNamesBothStatusesOtherwise(TaskStatus from) {
        Task task = in(from);

        for (TaskStatus to : TaskStatus.values()) {
            if (NEXT.getOrDefault(from, EnumSet.noneOf(TaskStatus.class)).contains(to)) {
                assertThat(task.to(to, Instant.EPOCH).status()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> task.to(to, Instant.EPOCH))
                        .isInstanceOf(Invalid.class)
                        .hasMessage("A task that is " + from.word() + " cannot become " + to.word());
            }
        }
    }

    private static Task in(TaskStatus status) {
        Task task = Work.inBacklog().task();
        return new Task(
                task.id(),
                task.projectId(),
                null,
                task.authorId(),
                null,
                task.identifier(),
                task.title(),
                task.prompt(),
                task.asked(),
                task.labels(),
                status,
                task.repos(),
                task.branch(),
                task.effort(),
                null,
                task.createdAt(),
                task.updatedAt());
    }

    @Test
    void ofATaskUnderWayAllowsNoOtherRun() {
        Work work = Work.inBacklog().start();
        String before = work.world().digest();

        assertThatThrownBy(work::start)
                .isInstanceOf(Invalid.class)
                .hasMessage("A task that is in_progress cannot become queued");
        assertThat(work.world().digest()).isEqualTo(before);
    }
}
