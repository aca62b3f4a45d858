package dev.capy.core.source.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.source.diff.Lines;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineMergeTest {

    private static final String BASE = "a\nb\nc\nd\ne\n";

    @Test
    void takesTheChangesOfBothSides() {
        assertThat(merge("A\nb\nc\nd\ne\n", "a\nb\nc\nd\nE\nf\n")).contains("A\nb\nc\nd\nE\nf\n");
        assertThat(merge("b\nc\nd\ne\n", "a\nb\nc\nx\ny\nd\n")).contains("b\nc\nx\ny\nd\n");
    }

    @Test
    void takesTheOneSideThatChanged() {
        assertThat(merge(BASE, "x\n")).contains("x\n");
        assertThat(merge("", BASE)).contains("");
    }

    @Test
    void takesWhatBothDidAlike() {
        assertThat(merge("a\nB\nc\nd\ne\n", "a\nB\nc\nd\nE\n")).contains("a\nB\nc\nd\nE\n");
        assertThat(merge("a\nx\nb\nc\nd\ne\n", "a\nx\nb\nc\nd\ne\n")).contains("a\nx\nb\nc\nd\ne\n");
    }

    @Test
    void refusesChangesThatOverlap() {
        assertThat(merge("a\nB\nc\nd\ne\n", "a\n2\nc\nd\ne\n")).isEmpty();
        assertThat(merge("a\nd\ne\n", "a\nb\nC\nd\ne\n")).isEmpty();
        assertThat(merge("a\nx\nb\nc\nd\ne\n", "a\ny\nb\nc\nd\ne\n")).isEmpty();
    }

    @Test
    void refusesChangesThatTouch() {
        assertThat(merge("a\nB\nc\nd\ne\n", "a\nb\nC\nd\ne\n")).isEmpty();
        assertThat(merge("a\nB\nc\nd\ne\n", "a\nb\nx\nc\nd\ne\n")).isEmpty();
        assertThat(merge("a\nB\nc\nd\ne\n", "a\nb\nc\nD\ne\n"))
                .as("a line between them is enough")
                .contains("a\nB\nc\nD\ne\n");
    }

    @Test
    void joinsChangesThatTouchInTurns() {
        assertThat(merge("A\nb\nC\nd\nE\n", "a\nB\nc\nD\ne\n")).isEmpty();
        assertThat(merge("A\nB\nC\nd\ne\n", "A\nB\nC\nd\nE\n")).contains("A\nB\nC\nd\nE\n");
    }

    @Test
    void takesALastLineWithoutNewlineForAnotherLine() {
        assertThat(merge("a\nb\nc\nd\ne", "A\nb\nc\nd\ne\n")).contains("A\nb\nc\nd\ne");
        assertThat(merge("a\nb\nc\nd\ne", "a\nb\nc\nd\ne\nf\n")).isEmpty();
    }

    private static Optional<String> merge(String ours, String theirs) {
        return LineMerge.of(Lines.of(BASE), Lines.of(ours), Lines.of(theirs)).map(lines -> String.join("", lines));
    }
}
