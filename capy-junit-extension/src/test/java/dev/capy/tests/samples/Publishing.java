package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyExtension;
import dev.capy.junit.CapyProperties;
import dev.capy.junit.CapyTest;
import dev.capy.tests.Http;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that find their world in the system properties. */
public class Publishing {

    private static void findIt(CapyWorld world) throws Exception {
        String prompt = "Thread of " + System.identityHashCode(world);
        world.as("capy_demo").startThread("proj_demo", prompt);

        String threads = Http.read(
                System.getProperty("capy.base-url") + "/v1/threads?projectId=proj_demo",
                System.getProperty("capy.token"));

        Assertions.assertThat(threads).contains(prompt);
    }

    @Nested
    @CapyTest
    @CapyProperties
    class EveryTest {

        @RepeatedTest(20)
        void findsItsWorld(CapyWorld world) throws Exception {
            findIt(world);
        }

        @Nested
        class AndThoseWithin {

            @RepeatedTest(20)
            void findTheirsToo(CapyWorld world) throws Exception {
                findIt(world);
            }
        }
    }

    @Nested
    @CapyTest
    class OneTest {

        @RepeatedTest(20)
        @CapyProperties
        void findsItsWorld(CapyWorld world) throws Exception {
            findIt(world);
        }

        @RepeatedTest(20)
        void hasNoSuchThingOtherwise() {}
    }

    @Nested
    @CapyProperties
    class AllTestsOfAClass {

        @RegisterExtension
        static final CapyExtension CAPY = CapyExtension.builder().build();

        @BeforeAll
        static void findTheirWorldFromTheStart() throws Exception {
            findIt(CAPY.world());
        }

        @Test
        void findTheirWorld() throws Exception {
            findIt(CAPY.world());
        }
    }
}
