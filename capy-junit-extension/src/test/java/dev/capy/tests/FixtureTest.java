package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.junit.CapyTest;
import dev.capy.junit.CapyToken;
import dev.capy.server.ServedWorld;
import dev.capy.tests.samples.WithoutItsFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@CapyTest(fixture = "shop.yaml")
class FixtureTest {

    @Test
    void isAFileBesideTheClass(ServedWorld capy, @CapyToken("ann") String token) throws Exception {
        assertThat(Http.read(capy.baseUri() + "/v1/projects", token)).contains("proj_shop");
        assertThat(capy.edition()).isEqualTo("2026-07");
    }

    @Nested
    @CapyTest(fixture = "/dev/capy/tests/shop.yaml", edition = "2026-06")
    class FromTheRootOfTheClassPath {

        @Test
        void mayBeServedInAnotherEdition(ServedWorld capy) {
            assertThat(capy.world().as("ann").projects()).hasSize(1);
            assertThat(capy.edition()).isEqualTo("2026-06");
        }
    }

    @Nested
    class ThatIsNotThere {

        @Test
        void isRefusedAsIsAnEditionThatIsNotKnown() {
            assertThat(InnerRun.failures(InnerRun.of(WithoutItsFixture.class).execute()))
                    .hasSize(2)
                    .anyMatch(failure -> failure.contains("There is no resource 'shoe.yaml' as seen from"))
                    .anyMatch(failure -> failure.contains("edition must be one of [2026-06, 2026-04, 2026-07]"));
        }
    }
}
