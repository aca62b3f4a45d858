package dev.capy.tests.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyTest;
import dev.capy.server.ServedWorld;
import dev.capy.tests.Http;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Very many tests, each of which changes its world and looks whether anyone else did. */
@CapyTest
public class Parallel {

    @Capy
    private CapyWorld world;

    private void changeAndLook(ServedWorld capy, String prompt) throws Exception {
        assertThat(world).isSameAs(capy.world());
        world.as("capy_demo").startThread("proj_demo", prompt);

        String threads = Http.read(capy.baseUri() + "/v1/threads?projectId=proj_demo", capy.token());

        assertThat(threads).contains("\"title\":\"" + prompt + "\"").containsOnlyOnce("\"title\"");
        assertThat(capy.requests().all()).hasSize(1);
    }

    @RepeatedTest(1000)
    void changesItsWorld(ServedWorld capy, RepetitionInfo repetition) throws Exception {
        changeAndLook(capy, "Outer " + repetition.getCurrentRepetition());
    }

    @Nested
    class Within {

        @RepeatedTest(1000)
        void changesItsWorld(ServedWorld capy, RepetitionInfo repetition) throws Exception {
            changeAndLook(capy, "Inner " + repetition.getCurrentRepetition());
        }
    }
}
