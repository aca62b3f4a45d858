package dev.capy.server.events;

import dev.capy.core.kernel.CapyClock;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.Watch;
import dev.capy.server.worlds.HostedWorld;

/** The events of a world while it is served. Thread-safe. */
final class WorldEvents {

    /** A world that is never idle shall not keep the others waiting. */
    private static final int MOST_POLLS = 1_000;

    private final HostedWorld hosted;
    private final EventLog log = new EventLog();
    private final Watch watch;

    WorldEvents(HostedWorld hosted) {
        this.hosted = hosted;
        this.watch = hosted.world().watch(log);
    }

    HostedWorld hosted() {
        return hosted;
    }

    EventLog log() {
        return log;
    }

    /** Lets a world that polls move go on to the next event that somebody reads, once everybody has read all others. */
    void goOn() {
        CapyClock clock = hosted.world().clock();
        if (clock.mode() == ClockMode.ON_POLL && log.readers().stream().allMatch(EventReader::isUpToDate)) {
            long told = log.told();
            for (int polls = 0; polls < MOST_POLLS && !clock.isIdle() && log.told() == told; polls++) {
                clock.poll();
            }
        }
    }

    void close() {
        watch.close();
        log.close();
    }
}
