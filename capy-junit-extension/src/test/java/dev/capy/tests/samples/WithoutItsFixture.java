package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Classes that say what there is not. */
public class WithoutItsFixture {

    @Nested
    @CapyTest(fixture = "shoe.yaml")
    class OfAnotherName {

        @Test
        void isRefused(CapyWorld world) {}
    }

    @Nested
    @CapyTest(edition = "2025-01")
    class OfAnotherEdition {

        @Test
        void isRefused(CapyWorld world) {}
    }
}
