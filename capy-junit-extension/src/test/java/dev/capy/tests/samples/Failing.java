package dev.capy.tests.samples;

import static dev.capy.junit.CapyAssertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.ClockMode;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyTest;
import org.junit.jupiter.api.Test;

/** Tests that are wrong on purpose; others run them and look at what they say. */
@CapyTest(clock = ClockMode.MANUAL)
public class Failing {

    @Test
    void expectsTooMuch(CapyWorld world) {
        String id =
                world.as("capy_demo").startThread("proj_demo", "Add a page.").id();

        assertThat(world).thread(id).isReady();
    }

    @Test
    void wantsWhatThereIsNot(@Capy StringBuilder what) {}
}
