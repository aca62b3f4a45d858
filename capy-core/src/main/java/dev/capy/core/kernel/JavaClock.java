package dev.capy.core.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A world's time for code that knows {@link java.time} alone. */
final class JavaClock extends Clock {

    private final CapyClock clock;
    private final ZoneId zone;

    JavaClock(CapyClock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new JavaClock(clock, other);
    }

    @Override
    public Instant instant() {
        return clock.now();
    }
}
