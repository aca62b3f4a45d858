package dev.capy.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Unavailable;
import org.junit.jupiter.api.Test;

/** A world that holds as many records as it may. */
class FullWorldTest {

    private static final int RECORDS = 150;

    private final CapyWorld world =
            CapyWorld.builder().seed(1).mostRecords(RECORDS).build();

    private void fill() {
        for (int i = 0; i < RECORDS; i++) {
            world.as("capy_demo").startThread("proj_demo", "Add a login page.");
        }
    }

    @Test
    void refusesWhatWouldMakeMoreAndStaysAsItWas() {
        assertThatThrownBy(this::fill)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining(RECORDS + " is as many as it may");
        String digest = world.digest();

        assertThatThrownBy(this::fill).isInstanceOf(Unavailable.class);

        assertThat(world.digest()).isEqualTo(digest);
    }

    @Test
    void letsAgentsGoOnWithWhatTheyHaveBegun() {
        assertThatThrownBy(this::fill).isInstanceOf(Unavailable.class);

        world.clock().runUntilIdle();

        assertThat(world.clock().isIdle()).isTrue();
    }

    @Test
    void hasRoomAgainWhenItIsReset() {
        assertThatThrownBy(this::fill).isInstanceOf(Unavailable.class);

        world.reset();

        assertThat(world.as("capy_demo")
                        .startThread("proj_demo", "Add a login page.")
                        .id())
                .isNotEmpty();
    }

    @Test
    void mayHoldOneAtTheLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapyWorld.builder().mostRecords(0))
                .withMessage("mostRecords must be above 0, was 0");
    }
}
