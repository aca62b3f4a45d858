package dev.capy.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffortTest {

    @ParameterizedTest
    @CsvSource({
        ",, 20000",
        "standard, medium, 20000",
        ", on, 20000",
        ", off, 12000",
        ", none, 12000",
        ", minimal, 14000",
        ", low, 16000",
        ", high, 30000",
        ", xhigh, 40000",
        ", max, 60000",
        "fast,, 10000",
        "fast, max, 30000",
        ", unheard-of, 20000",
    })
    void scalesATurn(@Nullable String speed, @Nullable String reasoning, long millis) {
        Duration turn = new Effort("gpt-5.5", speed, reasoning).scale(Duration.ofSeconds(20));

        assertThat(turn).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void leavesNothingAsItIs() {
        assertThat(Effort.DEFAULT.scale(Duration.ZERO)).isZero();
    }
}
