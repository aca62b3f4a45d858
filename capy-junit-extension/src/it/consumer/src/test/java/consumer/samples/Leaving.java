package consumer.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import dev.capy.server.CapyServer;
import org.junit.jupiter.api.Test;

/** Run by another test, which looks at what is said of the server that is left, and closes it. */
@CapyTest
public class Leaving {

    public static volatile CapyServer left;

    @Test
    void leavesAServer(CapyWorld world) {
        left = CapyServer.start(world);
    }
}
