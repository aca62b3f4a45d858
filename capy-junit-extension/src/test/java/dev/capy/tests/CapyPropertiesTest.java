package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.tests.samples.Publishing;
import dev.capy.tests.samples.PublishingTwoWorlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class CapyPropertiesTest {

    @Test
    void showsEachTestItsWorldEvenWhereTestsRunInParallel() {
        System.setProperty("capy.base-url", "before");

        assertThat(InnerRun.failures(InnerRun.of(Publishing.class).parallel(4).execute()))
                .isEmpty();
        assertThat(System.getProperty("capy.base-url")).isEqualTo("before");
        assertThat(System.getProperty("capy.token")).isNull();
        System.clearProperty("capy.base-url");
    }

    @Test
    void refusesToShowTwoWorlds() {
        assertThat(InnerRun.failures(InnerRun.of(PublishingTwoWorlds.class).execute()))
                .singleElement()
                .asString()
                .contains("show another world already");
        assertThat(System.getProperty("capy.token")).isNull();
    }
}
