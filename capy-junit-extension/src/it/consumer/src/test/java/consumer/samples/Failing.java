package consumer.samples;

import static dev.capy.junit.CapyAssertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import org.junit.jupiter.api.Test;

/** Run by another test, which looks at what it says. */
@CapyTest
public class Failing {

    @Test
    void expectsTooMuch(CapyWorld world) {
        assertThat(world).task("DEMO-1").needsReview();
    }
}
