package dev.capy.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Forbidden;
import org.junit.jupiter.api.Test;

class TagsTest {

    private final CapyWorld world = CapyWorld.builder().build();
    private final Member owner = world.as("capy_demo");

    @Test
    void areMadeOnce() {
        owner.defineTag("proj_demo", "bug", "blue");
        owner.defineTag("proj_demo", "ui", "lime");

        assertThat(owner.tags("proj_demo")).extracting(Tag::name).containsExactly("ui", "bug");
    }

    @Test
    void changeTheirColourWhenMadeAgain() {
        owner.defineTag("proj_demo", "bug", "blue");
        owner.defineTag("proj_demo", "ui", "lime");

        owner.defineTag("proj_demo", "bug", "destructive");

        assertThat(owner.tags("proj_demo")).extracting(Tag::color).containsExactly("lime", "destructive");
    }

    @Test
    void belongToTheWholeOrganization() {
        owner.defineTag("proj_demo", "bug", "blue");

        assertThat(owner.tags("proj_empty")).hasSize(1);
        assertThat(world.as("capy_demo_outsider").tags("proj_other")).isEmpty();
    }

    @Test
    void areOutOfReachForOthers() {
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> world.as("capy_demo_outsider").tags("proj_demo"));
    }
}
