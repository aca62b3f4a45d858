package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedRegexTest {

    @Test
    void finds() {
        assertThat(BoundedRegex.find("(?i)fail(ed|ure)", "Build FAILED")).isTrue();
        assertThat(BoundedRegex.find("^ok$", "not ok")).isFalse();
    }

    @Test
    @Timeout(20)
    void givesUpOnWhatWouldTakeForEver() {
        assertThat(BoundedRegex.find("(a+)+$", "a".repeat(60) + "!")).isFalse();
        assertThat(BoundedRegex.find("(x+x+)+y", "x".repeat(1 << 20))).isFalse();
    }

    @Test
    void givesUpOnWhatCallsItselfTooDeep() {
        assertThat(BoundedRegex.find("(?:a|b)*c", "ab".repeat(1 << 19))).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(BoundedRegex.complaint("(["))
                .hasValueSatisfying(text -> assertThat(text).startsWith("must be a regular expression"));
        assertThat(BoundedRegex.complaint("a|b")).isEmpty();
    }
}
