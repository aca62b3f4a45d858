package dev.capy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.task.DiffMode;
import dev.capy.core.task.Task;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.RunState;
import org.junit.jupiter.api.Test;

/** The README's example of the domain library. */
class DomainLibraryTest {

    // README
    @Test
    void aCaptainDelegatesATaskAndReports() {
        CapyWorld world = CapyWorld.builder().seed(42).build();
        Member owner = world.as("capy_demo");

        CaptainThread thread = owner.startThread("proj_demo", "Add a login page.");
        assertThat(thread.runState()).isEqualTo(RunState.RUNNING);

        world.clock().runUntilIdle(); // a minute and a half of agent work, at once

        assertThat(owner.thread(thread.id()).runState()).isEqualTo(RunState.READY);
        Task task = owner.tasks(thread.id()).get(0);
        assertThat(task.identifier()).isEqualTo("DEMO-1");
        assertThat(owner.diff("DEMO-1", DiffMode.PR).files()).hasSize(2);
    }
    // README
}
