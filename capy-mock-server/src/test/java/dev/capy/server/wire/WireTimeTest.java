package dev.capy.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z,            2026-01-01T00:00:00.000Z",
        "2026-11-22T23:59:59.999999999Z,  2026-11-22T23:59:59.999Z",
        "0001-02-03T04:05:06.007Z,        0001-02-03T04:05:06.007Z",
        "1969-12-31T23:59:59.5Z,          1969-12-31T23:59:59.500Z",
        "-0001-01-01T00:00:00Z,           -0001-01-01T00:00:00.000Z",
        "+10000-01-01T00:00:00Z,          +10000-01-01T00:00:00.000Z",
    })
    void hasThreeDecimals(Instant time, String text) {
        assertThat(Wire.time(time)).isEqualTo(text);
    }
}
