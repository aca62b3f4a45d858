package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import dev.capy.server.CapyServer;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A test that starts a server of its own and leaves it; who runs it has to close it. */
@CapyTest
public class LeavingAServer {

    public static final AtomicReference<CapyServer> LEFT = new AtomicReference<>();

    @Test
    void startsAServer(CapyWorld world) {
        LEFT.set(CapyServer.start(world));
    }
}
