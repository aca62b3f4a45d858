package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class ConfigurationTest {

    @Test
    void aSeedThatIsConfiguredCountsForEveryWorld() {
        assertThat(InnerRun.failures(
                        InnerRun.of(Seeded.class).with("capy.seed", "1234").execute()))
                .isEmpty();
        assertThat(Seeded.SEEN).hasValue(1234);

        InnerRun.of(Seeded.class).execute();
        assertThat(Seeded.SEEN).hasValue(7);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(InnerRun.failures(
                        InnerRun.of(Seeded.class).with("capy.seed", "many").execute()))
                .singleElement()
                .asString()
                .contains("capy.seed must be a whole number, was 'many'");
        assertThat(InnerRun.failures(
                        InnerRun.of(Seeded.class).with("capy.leak-check", "no").execute()))
                .singleElement()
                .asString()
                .contains("capy.leak-check must be true or false, was 'no'");
    }
}
