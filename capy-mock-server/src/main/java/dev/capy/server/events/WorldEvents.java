package dev.capy.server.events;

import dev.capy.core.kernel.Watch;
import dev.capy.server.worlds.HostedWorld;

/** The events of a world while it is served. Thread-safe. */
final class WorldEvents {

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

    void close() {
        watch.close();
        log.close();
    }
}
