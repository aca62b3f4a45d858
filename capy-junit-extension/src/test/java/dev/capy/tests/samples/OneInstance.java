package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One instance for tests that may run at the same time. */
public class OneInstance {

    @Nested
    @CapyTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    class WithAField {

        @Capy
        private CapyWorld world;

        @Test
        void isRefused() {}
    }

    @Nested
    @CapyTest
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    class WithAParameter {

        @Test
        void isFine(CapyWorld world) {}
    }
}
