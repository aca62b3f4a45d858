package dev.capy.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.catalog.Effort;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.script.Origin;
import dev.capy.core.thread.NewThread;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    @Test
    void countsFromOneInEachProject() {
        CapyWorld world = Story.world(Fixture.demo());
        assertThat(Work.inBacklog(world).task().identifier()).isEqualTo("DEMO-1");
        assertThat(Work.inBacklog(world).task().identifier()).isEqualTo("DEMO-2");

        var other = world.as("capy_demo_outsider").startThread("proj_other", "Add a page.");
        world.clock().runUntilIdle();

        assertThat(world.as("capy_demo_outsider").tasks(other.id()))
                .extracting(Task::identifier)
                .containsExactly("OTHER-1");
    }

    @Test
    void countsTheTasksOfAThreadFromZero() {
        Story story = Story.of("One.").untilIdle();
        story.owner().send(story.id(), "Two.");

        assertThat(story.untilIdle().tasks()).extracting(Task::threadIndex).containsExactly(0, 1);
    }

    @Test
    void findsItsTaskAsWellAsTheId() {
        Story story = Story.in(Story.world(Fixture.demo()), NewThread.of("proj_demo", "One."))
                .untilIdle();

        assertThat(story.owner().task("DEMO-1"))
                .isEqualTo(story.owner().task(story.task().id()));
    }

    @Test
    void meansTheCallersOwnTaskWhereTwoOrganizationsUseOneCode() {
        CapyWorld world = Story.world(Fixture.empty()
                .organization(
                        "a",
                        organization -> organization
                                .user("ada", user -> user.token("token_a"))
                                .project("proj_a", project -> project.taskCode("SAME")))
                .organization(
                        "b",
                        organization -> organization
                                .user("bob", user -> user.token("token_b"))
                                .project("proj_b", project -> project.taskCode("SAME"))));
        world.write(tx -> world.tasks().create(tx, titled("proj_a", "Of A")));
        world.write(tx -> world.tasks().create(tx, titled("proj_b", "Of B")));

        assertThat(world.as("token_a").task("SAME-1").title()).isEqualTo("Of A");
        assertThat(world.as("token_b").task("SAME-1").title()).isEqualTo("Of B");
    }

    private static NewTask titled(String projectId, String title) {
        return NewTask.alone(
                projectId, "user_owner", title, "Do it.", Origin.API, List.of(), List.of(), Effort.DEFAULT);
    }
}
