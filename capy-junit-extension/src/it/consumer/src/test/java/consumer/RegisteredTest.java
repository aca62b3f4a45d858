package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyExtension;
import dev.capy.junit.CapyProperties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredTest {

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ForEachTest {

        @RegisterExtension
        final CapyExtension capy = CapyExtension.builder().seed(5).build();

        @Test
        void givesAWorld(CapyWorld world) {
            assertThat(world.seed()).isEqualTo(5);
            assertThat(capy.world()).isSameAs(world);
        }
    }

    @Nested
    @CapyProperties
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ForAllTests {

        @RegisterExtension
        static final CapyExtension CAPY = CapyExtension.builder().build();

        private CapyWorld first;

        @BeforeAll
        void isThereFromTheStart(CapyWorld world) {
            first = world;
        }

        @Test
        void staysTheSameAndStandsInTheProperties(CapyWorld world) throws Exception {
            assertThat(world).isSameAs(first).isSameAs(CAPY.world());
            assertThat(DeclaredTest.get(
                            System.getProperty("capy.base-url") + "/v1/projects", System.getProperty("capy.token")))
                    .isEqualTo(200);
        }
    }
}
