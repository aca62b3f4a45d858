package dev.capy.server;

import dev.capy.core.kernel.ClockMode;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;

/**
 * Lets the time of worlds that follow real time pass while they are served.
 *
 * @param driver what moves it
 */
record RealtimeWorlds(RealtimeDriver driver) implements WorldFollower {

    @Override
    public void opens(HostedWorld hosted) {
        if (hosted.world().clock().mode() == ClockMode.REALTIME) {
            driver.follow(hosted.world().clock(), hosted.options().speed());
        }
    }

    @Override
    public void closed(HostedWorld hosted) {
        driver.leave(hosted.world().clock());
    }
}
