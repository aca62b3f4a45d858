package dev.capy.server.http;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.error.NotReady;

/** What looking at a world does to it. */
final class Looking {

    private Looking() {}

    /**
     * Every look moves the time of a world that polls move, unless it is refused: that changes nothing, time included.
     *
     * @param look throws what the look is refused with
     */
    static void moveTime(CapyClock clock, Runnable look) {
        if (clock.mode() == ClockMode.ON_POLL && !clock.isIdle()) {
            try {
                look.run();
            } catch (NotReady e) {
                // not a refusal: it will be ready when time has passed
            }
            clock.poll();
        }
    }
}
