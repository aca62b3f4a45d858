package dev.capy.tests.samples;

import dev.capy.junit.CapyExtension;
import dev.capy.junit.CapyProperties;
import dev.capy.junit.CapyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A test that asks for what cannot be. */
@CapyTest
@CapyProperties
public class PublishingTwoWorlds {

    @RegisterExtension
    final CapyExtension capy = CapyExtension.builder().build();

    @Test
    void isRefused() {}
}
