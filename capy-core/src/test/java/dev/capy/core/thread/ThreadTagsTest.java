package dev.capy.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.CapyWorld;
import dev.capy.core.Member;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadTagsTest {

    private final Member owner = CapyWorld.builder().build().as("capy_demo");
    private final String thread =
            owner.startThread("proj_demo", "Add a login page.").id();

    @BeforeEach
    void defineTags() {
        owner.defineTag("proj_demo", "bug", "blue");
        owner.defineTag("proj_empty", "ui", "lime");
    }

    @Test
    void replaceThoseBefore() {
        owner.tag(thread, "bug");
        owner.tag(thread, "ui");

        assertThat(owner.thread(thread).tags()).containsExactly("ui");
    }

    @Test
    void areFoldedWhenNamedTwice() {
        assertThat(owner.tag(thread, "ui", "bug", "ui").tags()).containsExactly("ui", "bug");
    }

    @Test
    void areClearedByNone() {
        owner.tag(thread, "bug");

        assertThat(owner.tag(thread).tags()).isEmpty();
    }

    @Test
    void mustExist() {
        owner.tag(thread, "bug");

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> owner.tag(thread, "ui", "nope"))
                .withMessage("Tag does not exist")
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::path)
                        .containsExactly("$.tags[1]"));
        assertThat(owner.thread(thread).tags()).containsExactly("bug");
    }
}
