package dev.capy.core.source.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineDiffTest {

    @Test
    void findsNothingInEqualTexts() {
        assertThat(LineDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
        assertThat(LineDiff.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void takesAsFewLinesAsItCan() {
        List<Edit> edits =
                LineDiff.between(List.of("a", "b", "c", "a", "b", "b", "a"), List.of("c", "b", "a", "b", "a", "c"));

        assertThat(edits.stream()
                        .mapToInt(edit -> edit.added() + edit.deleted())
                        .sum())
                .isEqualTo(5);
    }

    @Test
    void leadsFromAnyTextToAnyOther() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            List<String> old = text(random);
            List<String> now = text(random);
            assertThat(applied(old, now, LineDiff.between(old, now)))
                    .as("seed %d", seed)
                    .isEqualTo(now);
        }
    }

    private static List<String> text(Random random) {
        return random.ints(random.nextInt(30), 0, 1 + random.nextInt(8))
                .mapToObj(String::valueOf)
                .toList();
    }

    private static List<String> applied(List<String> old, List<String> now, List<Edit> edits) {
        List<String> result = new ArrayList<>();
        int at = 0;
        for (Edit edit : edits) {
            result.addAll(old.subList(at, edit.oldStart()));
            result.addAll(now.subList(edit.newStart(), edit.newEnd()));
            at = edit.oldEnd();
        }
        result.addAll(old.subList(at, old.size()));
        return result;
    }
}
