package dev.capy.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.CapyWorld;
import dev.capy.core.Story;
import dev.capy.core.account.User;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProjectsTest {

    private final CapyWorld world = CapyWorld.builder().build();
    private final Projects projects = world.projects();
    private final User owner = world.as("capy_demo").user();

    @Test
    void areSeenByTheirOrganizationAlone() {
        assertThat(world.as("capy_demo").projects()).extracting(Project::id).containsExactly("proj_empty", "proj_demo");
        assertThat(world.as("capy_demo_outsider").projects())
                .extracting(Project::id)
                .containsExactly("proj_other");
    }

    @Test
    void areForbiddenToOthersAndUnknownToAll() {
        assertThatThrownBy(() -> visible("proj_other")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> visible("proj_none"))
                .isInstanceOf(NotFound.class)
                .hasMessage("Project not found");
        assertThat(visible("proj_demo").taskCode()).isEqualTo("DEMO");
    }

    private Project visible(String id) {
        return world.read(view -> projects.visible(view, owner, id));
    }

    @Test
    void hideWhatBelongsToAProjectThatIsHidden() {
        assertThat(world.<Boolean>read(view -> projects.isVisible(view, owner, "proj_demo")))
                .isTrue();
        assertThat(world.<Boolean>read(view -> projects.isVisible(view, owner, "proj_other")))
                .isFalse();
        assertThat(world.<Boolean>read(view -> projects.isVisible(view, owner, "proj_none")))
                .isFalse();
    }

    @Test
    void haveWhatTheirFixtureSays() {
        Devbox devbox = new Devbox(List.of("make"), new TreeMap<>(Map.of("acme/app", List.of("npm ci"))));
        CapyWorld made = Story.world(Fixture.empty()
                .repository("acme/app", repository -> repository.defaultBranch("trunk"))
                .organization(
                        "org",
                        organization -> organization
                                .user("ada", user -> user.token("ada"))
                                .project(
                                        "proj_app",
                                        project -> project.repo("acme/app")
                                                .variable("B", "2")
                                                .variable("A", "1")
                                                .devbox(devbox))));

        Project project = made.as("ada").projects().get(0);

        assertThat(project.name()).isEqualTo("proj_app");
        assertThat(project.description()).isNull();
        assertThat(project.taskCode()).isEqualTo("APP");
        assertThat(project.repos()).containsExactly(new ProjectRepo("acme/app", "trunk"));
        assertThat(project.repos().get(0).name()).isEqualTo("app");
        assertThat(project.variables().reveal()).containsExactly(Map.entry("A", "1"), Map.entry("B", "2"));
        assertThat(project.devbox()).isEqualTo(devbox);
        assertThat(project.vmCache()).isEqualTo(VmCache.NONE);
    }

    @Test
    void haveOneWayOfKeepingMachinesPrepared() {
        enable(VmCache.WARM_POOL);
        enable(VmCache.WARM_POOL);

        assertThatThrownBy(() -> enable(VmCache.SNAPSHOTS))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("disable the pool first");
        disable(VmCache.SNAPSHOTS);
        assertThat(visible("proj_demo").vmCache()).isEqualTo(VmCache.WARM_POOL);

        disable(VmCache.WARM_POOL);
        enable(VmCache.SNAPSHOTS);
        assertThatThrownBy(() -> enable(VmCache.WARM_POOL))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("turn Snapshots off first");
    }

    @Test
    void sayWhenTheyLastChanged() {
        world.clock().advance(Duration.ofSeconds(1));

        enable(VmCache.WARM_POOL);

        assertThat(visible("proj_demo").updatedAt()).isEqualTo(world.clock().now());
        assertThat(visible("proj_demo").createdAt()).isBefore(world.clock().now());
    }

    @Test
    void doNotChangeWithTheWayOfKeepingMachinesThatIsOnAlready() {
        enable(VmCache.WARM_POOL);
        world.clock().advance(Duration.ofSeconds(1));
        String before = world.digest();

        disable(VmCache.SNAPSHOTS);

        assertThat(world.digest()).isEqualTo(before);
    }

    @Test
    void countTheirTasksFromOne() {
        assertThat(number("proj_demo")).isEqualTo(1);
        assertThat(number("proj_demo")).isEqualTo(2);
        assertThat(number("proj_empty")).isEqualTo(1);
    }

    private int number(String projectId) {
        return world.write(tx -> projects.nextTaskNumber(tx, projectId));
    }

    @Test
    void haveTheTagsOfTheirOrganization() {
        CapyWorld tagged = Story.world(Fixture.empty()
                .organization("a", organization -> organization.tag("bug", "blue"))
                .organization("b", organization -> organization.tag("bug", "lime")));

        assertThat(tagged.<Tag>read(
                        view -> tagged.projects().tag(view, "b", "bug").orElseThrow()))
                .isEqualTo(new Tag("b", "bug", "lime"));
        assertThat(tagged.<Boolean>read(
                        view -> tagged.projects().tag(view, "a", "Bug").isPresent()))
                .isFalse();
    }

    private void enable(VmCache cache) {
        world.write(tx -> {
            projects.enable(tx, "proj_demo", cache);
            return true;
        });
    }

    private void disable(VmCache cache) {
        world.write(tx -> {
            projects.disable(tx, "proj_demo", cache);
            return true;
        });
    }
}
