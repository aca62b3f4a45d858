package dev.capy.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.task.Task;
import org.junit.jupiter.api.Test;

class PullRequestTest {

    private final CapyWorld world = CapyWorld.builder().build();
    private final Task task = finishedTask();

    private Task finishedTask() {
        world.as("capy_demo").startThread("proj_demo", "Add a login page.");
        world.clock().runUntilIdle();
        return world.as("capy_demo").task("DEMO-1");
    }

    private PullRequest open() {
        return world.write(tx -> world.tasks().openPullRequest(tx, task.id(), null, null, true));
    }

    @Test
    void isOpenedForTheTasksBranch() {
        PullRequest pull = open();

        assertThat(pull.number()).isEqualTo(1);
        assertThat(pull.url()).isEqualTo("https://github.com/acme/app/pull/1");
        assertThat(pull.headRef()).isEqualTo(task.branch());
        assertThat(pull.baseRef()).isEqualTo("main");
        assertThat(pull.title()).isEqualTo("Add a login page");
        assertThat(pull.draft()).isTrue();
        assertThat(pull.state()).isEqualTo(PullRequest.State.OPEN);
    }

    @Test
    void isOneAtATime() {
        PullRequest first = open();
        assertThatThrownBy(this::open).isInstanceOf(Invalid.class).hasMessageContaining(first.url());

        world.write(tx -> world.pullRequests().close(tx, "acme/app", 1));

        assertThat(open().number()).isEqualTo(2);
        assertThatThrownBy(() -> world.write(tx -> world.pullRequests().close(tx, "acme/app", 1)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("closed");
    }

    @Test
    void needsCommits() {
        assertThatThrownBy(() -> world.write(
                        tx -> world.pullRequests().open(tx, "acme/app", "main", "main", "Nothing", "", false)))
                .isInstanceOf(Invalid.class)
                .hasMessage("No commits between main and main");
    }
}
