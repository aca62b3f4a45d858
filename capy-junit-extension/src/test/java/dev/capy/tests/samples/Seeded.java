package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A test that tells the seed of its world. */
@CapyTest(seed = 7)
public class Seeded {

    public static final AtomicLong SEEN = new AtomicLong();

    @Test
    void seesASeed(CapyWorld world) {
        SEEN.set(world.seed());
    }
}
