package dev.capy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.CapyException;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.task.DiffMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** An organization sees nothing of another one, and changes nothing of it. */
class MemberTest {

    private final Story story = Story.of("Add a login page.").untilIdle();
    private final CapyWorld world = story.world();
    private final Member outsider = world.as("capy_demo_outsider");

    @Test
    void isForbiddenTheProjectsOfAnother() {
        Map<String, Consumer<Member>> calls = new LinkedHashMap<>();
        calls.put("start", member -> member.startThread("proj_demo", "One."));
        calls.put("configure", member -> member.configureWarmPool("proj_demo", config -> config.withEnabled(true)));
        calls.put("status", member -> member.warmPoolStatus("proj_demo"));
        calls.put("test", member -> member.testBoot("proj_demo"));
        calls.put("instances", member -> member.instances("proj_demo"));
        calls.put("instance", member -> member.instance("proj_demo", "x"));
        calls.put("clear", member -> member.clearWarmPool("proj_demo", true));

        refused(calls, Forbidden.class);
    }

    @Test
    void doesNotKnowTheThreadsAndTasksOfAnother() {
        Map<String, Consumer<Member>> calls = new LinkedHashMap<>();
        calls.put("thread", member -> member.thread(story.id()));
        calls.put("messages", member -> member.messages(story.id()));
        calls.put("tasks", member -> member.tasks(story.id()));
        calls.put("send", member -> member.send(story.id(), "Two."));
        calls.put("stop", member -> member.stop(story.id()));
        calls.put("task", member -> member.task(story.task().id()));
        calls.put("task by identifier", member -> member.task("DEMO-1"));
        calls.put("diff", member -> member.diff("DEMO-1", DiffMode.PR));

        refused(calls, NotFound.class);
    }

    private void refused(Map<String, Consumer<Member>> calls, Class<? extends CapyException> how) {
        String before = world.digest();
        calls.forEach((name, call) ->
                assertThatThrownBy(() -> call.accept(outsider)).as(name).isInstanceOf(how));
        assertThat(world.digest()).isEqualTo(before);
    }

    @Test
    void seesTheThreadsOfItsColleagues() {
        assertThat(world.as("capy_demo_member").thread(story.id())).isEqualTo(story.thread());
    }

    @Test
    void worksBesideTheOther() {
        String id = outsider.startThread("proj_other", "Add a page.").id();
        world.clock().runUntilIdle();

        assertThat(outsider.tasks(id))
                .singleElement()
                .satisfies(task -> assertThat(task.identifier()).isEqualTo("OTHER-1"));
        assertThat(story.tasks()).hasSize(1);
    }
}
