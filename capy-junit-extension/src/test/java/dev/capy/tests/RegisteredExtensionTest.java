package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.junit.CapyExtension;
import dev.capy.tests.samples.TooEarly;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisteredExtensionTest {

    private static final Fixture SHOP = Fixture.empty()
            .organization(
                    "org",
                    organization -> organization
                            .user("ann", user -> user.token("ann"))
                            .project("proj_shop", project -> project.taskCode("SHOP")));

    @Nested
    class InAnInstanceField {

        private static final Set<CapyWorld> SEEN = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        final CapyExtension capy = CapyExtension.builder().seed(5).fixture(SHOP).build();

        @Test
        void givesOneTestItsWorld() {
            see();
        }

        @Test
        void givesTheOtherAnother() {
            see();
        }

        private void see() {
            assertThat(capy.world().seed()).isEqualTo(5);
            assertThat(capy.world().as("ann").projects()).hasSize(1);
            assertThat(capy.token()).isEqualTo(capy.token("ann")).isNotEqualTo("ann");
            assertThat(capy.clock().now()).isEqualTo(capy.world().clock().now());
            assertThat(capy.baseUri()).isEqualTo(capy.served().baseUri());
            assertThat(capy.served().world()).isSameAs(capy.world());
            assertThat(SEEN.add(capy.world())).isTrue();
        }

        @AfterAll
        static void everyTestHadItsOwn() {
            assertThat(SEEN).hasSize(2);
        }
    }

    @Nested
    class InAStaticField {

        @RegisterExtension
        static final CapyExtension CAPY = CapyExtension.builder().fixture(SHOP).build();

        private static final Set<CapyWorld> SEEN = ConcurrentHashMap.newKeySet();

        @BeforeAll
        static void isThereBeforeTheFirstTest(CapyWorld world) {
            SEEN.add(world);
            assertThat(CAPY.world()).isSameAs(world);
        }

        @Test
        void givesOneTestTheClassesWorld() {
            SEEN.add(CAPY.world());
        }

        @Nested
        class AndANestedClass {

            @Test
            void theSame(CapyWorld world) {
                SEEN.add(world);
                assertThat(CAPY.world()).isSameAs(world);
            }
        }

        @AfterAll
        static void thereWasOneWorld() {
            assertThat(SEEN).hasSize(1);
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class WithOneInstanceForAllTests {

        private final Set<CapyWorld> seen = ConcurrentHashMap.newKeySet();

        @RegisterExtension
        final CapyExtension capy = CapyExtension.builder().build();

        @Test
        void givesOneTestItsWorld(CapyWorld world) {
            assertThat(seen.add(world)).isTrue();
        }

        @Test
        void givesTheOtherAnother(CapyWorld world) {
            assertThat(seen.add(world)).isTrue();
        }
    }

    @Test
    void hasNoWorldWhileNoTestRuns() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CapyExtension.builder().build().world())
                .withMessageContaining("register the extension in a static field");
    }

    @Test
    void saysWhereAWorldCanBeAskedFor() {
        assertThat(InnerRun.failures(InnerRun.of(TooEarly.class).execute()))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure).contains("is asked for where no test runs"));
    }
}
