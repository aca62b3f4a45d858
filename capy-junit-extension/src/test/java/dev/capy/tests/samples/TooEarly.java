package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Classes that ask for the world of a test where none runs. */
public class TooEarly {

    @Nested
    @CapyTest
    class InAConstructor {

        InAConstructor(CapyWorld world) {}

        @Test
        void isNeverReached() {}
    }

    @Nested
    @CapyTest
    class BeforeAllTests {

        @BeforeAll
        static void prepare(CapyWorld world) {}

        @Test
        void isNeverReached() {}
    }
}
