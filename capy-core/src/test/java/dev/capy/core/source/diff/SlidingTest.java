package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlidingTest {

    @Test
    void putsARunAsFarDownAsItGoes() {
        assertThat(LineDiff.between(List.of("x", "b", "b"), List.of("y", "x", "b")))
                .containsExactly(new Edit(0, 0, 0, 1), new Edit(2, 3, 3, 3));
    }

    @Test
    void leavesARunBesideOneOfTheOtherSide() {
        assertThat(LineDiff.between(List.of("a", "x", "x", "b"), List.of("a", "y", "x", "b")))
                .containsExactly(new Edit(1, 2, 1, 2));
    }

    @Test
    void joinsRunsThatMeet() {
        assertThat(LineDiff.between(List.of("x", "x", "a"), List.of("y", "x")))
                .containsExactly(new Edit(0, 0, 0, 1), new Edit(1, 3, 2, 2));
    }
}
