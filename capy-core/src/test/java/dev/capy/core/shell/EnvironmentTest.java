package dev.capy.core.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    private static final Environment TOKEN = Environment.of(Map.of("TOKEN", "s3cr3t-value"));

    @Test
    void showsNamesAndNoValues() {
        assertThat(TOKEN.toString()).contains("TOKEN").doesNotContain("s3cr3t");
    }

    @Test
    void revealsItsValuesToWhoeverSaysSo() {
        assertThat(TOKEN.reveal()).containsExactly(entry("TOKEN", "s3cr3t-value"));
    }

    @Test
    void isOverriddenNameByName() {
        Environment both = Environment.of(Map.of("A", "1", "B", "2")).overriddenBy(Environment.of(Map.of("B", "3")));

        assertThat(both.reveal()).containsExactly(entry("A", "1"), entry("B", "3"));
    }

    @Test
    void blotsOutEveryPlaceWhereAValueShows() {
        assertThat(TOKEN.redact("s3cr3t-value and (s3cr3t-value)")).isEqualTo("*** and (***)");
    }

    @Test
    void leavesWhatIsTooShortToTell() {
        assertThat(Environment.of(Map.of("A", "abc", "B", "")).redact("abcabc")).isEqualTo("abcabc");
    }

    @Test
    void hidesAValueThatIsPartOfAnother() {
        Environment nested = Environment.of(Map.of("A", "word", "B", "my password is long"));

        assertThat(nested.redact("> my password is long <")).isEqualTo("> *** <");
    }

    @Test
    void leavesNothingOfValuesThatOverlap() {
        Environment overlapping = Environment.of(Map.of("A", "abcdef", "B", "defghi"));

        assertThat(overlapping.redact("<abcdefghi>")).isEqualTo("<***>");
    }

    @Test
    void hidesAValueAsItIsQuoted() {
        Environment quoted = Environment.of(Map.of("A", "it's secret"));

        assertThat(quoted.redact("A=" + Environment.quoted("it's secret"))).isEqualTo("A='***'");
    }

    @Test
    void hidesTheLinesOfALongValue() {
        Environment key = Environment.of(Map.of("KEY", "-----BEGIN\nMIIEow\n-----END\n"));

        assertThat(key.redact("-----BEGIN MIIEow -----END")).isEqualTo("*** *** ***");
    }
}
