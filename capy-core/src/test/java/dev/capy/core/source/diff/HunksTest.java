package dev.capy.core.source.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HunksTest {

    @Test
    void showThreeLinesAroundAnEdit() {
        assertThat(OneFile.changed(numbers(Set.of()), numbers(Set.of(10))).patch())
                .endsWith("""
                @@ -7,7 +7,6 @@
                 7
                 8
                 9
                -10
                 11
                 12
                 13
                """);
    }

    @Test
    void mergeWhenTheirContextsTouch() {
        assertThat(headers(Set.of(5, 12))).containsExactly("@@ -2,14 +2,12 @@");
    }

    @Test
    void stayApartWhenALineIsBetweenTheirContexts() {
        assertThat(headers(Set.of(5, 13))).containsExactly("@@ -2,7 +2,6 @@", "@@ -10,7 +9,6 @@");
    }

    @Test
    void stopAtTheEndsOfTheFile() {
        assertThat(headers(Set.of(1, 30))).containsExactly("@@ -1,4 +1,3 @@", "@@ -27,4 +26,3 @@");
    }

    @Test
    void putDeletedLinesBeforeAddedOnes() {
        assertThat(OneFile.changed("a\nb\nc\n", "a\n1\n2\nc\n").patch()).endsWith(" a\n-b\n+1\n+2\n c\n");
    }

    private static String[] headers(Set<Integer> missing) {
        String patch = OneFile.changed(numbers(Set.of()), numbers(missing)).patch();
        return Pattern.compile("^@@ .*$", Pattern.MULTILINE)
                .matcher(patch)
                .results()
                .map(result -> result.group())
                .toArray(String[]::new);
    }

    /** The numbers from 1 to 30 but some, one a line. */
    private static String numbers(Set<Integer> missing) {
        return IntStream.rangeClosed(1, 30)
                .filter(n -> !missing.contains(n))
                .mapToObj(n -> n + "\n")
                .collect(joining());
    }
}
