package dev.capy.tests.samples;

import static dev.capy.junit.CapyAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.ClockMode;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyTest;
import dev.capy.server.ServedWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
    void asksTooOften(ServedWorld capy) throws Exception {
        for (int i = 1; i <= 12; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(capy.baseUri() + "/v1/threads/no-" + i))
                    .header("Authorization", "Bearer " + capy.token())
                    .build();
            HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
        }
        fail("on purpose");
    }

    @TestFactory
    DynamicTest makesATestThatFails() {
        return DynamicTest.dynamicTest("fails", () -> fail("on purpose"));
    }

    @Test
    void isAborted() {
        Assumptions.abort("on purpose");
    }

    @Test
    void wantsWhatThereIsNot(@Capy StringBuilder what) {}

    @Nested
    class InItsPreparation {

        @BeforeEach
        void prepare() {
            fail("on purpose");
        }

        @Test
        void isNeverReached() {}
    }
}
