package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class JavaClockTest {

    private final Kernel kernel = Notebook.kernel();
    private final Clock clock = kernel.clock().asJavaClock();

    @Test
    void showsTheWorldsTimeInUtc() {
        assertThat(clock.instant()).isEqualTo(Notebook.START);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(clock.millis()).isEqualTo(Notebook.START.toEpochMilli());
    }

    @Test
    void movesWithTheWorld() {
        kernel.clock().advance(Duration.ofMinutes(90));

        assertThat(LocalDateTime.now(clock)).isEqualTo("2026-01-01T01:30:00");
    }

    @Test
    void showsTheSameTimeInAnotherZone() {
        Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
        kernel.clock().advance(Duration.ofHours(1));

        assertThat(tokyo.instant()).isEqualTo(clock.instant());
        assertThat(LocalDateTime.now(tokyo)).isEqualTo("2026-01-01T10:00:00");
    }
}
