package dev.capy.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.ChildJvm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same seed and the same calls give the same answers, byte for byte. */
class TranscriptTest {

    private static final String ANY_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** A machine that has nothing in common with this one. */
    private static final List<String> ELSEWHERE = List.of(
            "-Duser.language=tr",
            "-Duser.country=TR",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=ISO-8859-1",
            "-Djdk.map.althashing.threshold=1");

    @ParameterizedTest
    @EnumSource(names = {"MANUAL", "ON_POLL"})
    void isTheSameOfTwoServers(ClockMode clock) {
        String transcript = Transcript.of(clock, 7);

        assertThat(transcript.lines().count()).isGreaterThan(60);
        assertThat(transcript)
                .contains("\n200 {", "\n401 {", "\n403 {", "\n404 {", "\n405 {", "\n422 {")
                .contains("\"status\":\"ready\"", "\"status\":\"needs_review\"");
        assertThat(Transcript.of(clock, 7)).isEqualTo(transcript);
    }

    @Test
    void isTheSameInTwoJvms() throws Exception {
        try (ChildJvm other = ChildJvm.start(ELSEWHERE, Transcript.class, "MANUAL", "7")) {
            assertThat(other.out()).isEqualTo(Transcript.of(ClockMode.MANUAL, 7));
            assertThat(other.exitCode()).isZero();
        }
    }

    @Test
    void hasOtherIdsWithAnotherSeed() {
        assertThat(Transcript.of(ClockMode.MANUAL, 8))
                .containsPattern(ANY_ID)
                .isNotEqualTo(Transcript.of(ClockMode.MANUAL, 7));
    }
}
