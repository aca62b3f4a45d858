package dev.capy.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchIllegalStateException;

import dev.capy.core.CapyWorld;
import dev.capy.junit.Capy;
import dev.capy.junit.CapyExtension;
import dev.capy.junit.CapyTest;
import dev.capy.junit.CapyToken;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class ServedWorldTest {

    @Nested
    @CapyTest
    @Execution(ExecutionMode.SAME_THREAD)
    class BesideOthers {

        private static final Set<URI> PLACES = new TreeSet<>();
        private static final Set<String> TOKENS = new TreeSet<>();

        @RepeatedTest(2)
        void isKnownByItsOwnTokens(ServedWorld served, CapyWorld world, @CapyToken String token, @Capy URI place)
                throws Exception {
            assertThat(served.world()).isSameAs(world);
            assertThat(served.token()).isEqualTo(token);
            assertThat(served.baseUri()).isEqualTo(place);
            assertThat(Http.get(place + "/v1/projects", token)).isEqualTo(200);
            assertThat(Http.get(place + "/v1/projects", "capy_demo")).isEqualTo(401);
            assertThat(served.requests().all()).hasSize(1);

            PLACES.add(place);
            assertThat(TOKENS.add(token)).isTrue();
        }

        @AfterAll
        static void allShareOneListener() {
            assertThat(PLACES).hasSize(1);
            assertThat(TOKENS).hasSize(2);
        }
    }

    @Nested
    @CapyTest
    class WhereAServerIsAskedFor {

        @Test
        void isTheServersOnlyOne(CapyServer server, ServedWorld served, @CapyToken String token) throws Exception {
            assertThat(server.world()).isSameAs(served.world());
            assertThat(server.worlds()).hasSize(1);
            assertThat(token).isEqualTo("capy_demo");
            assertThat(Http.get(served.baseUri() + "/v1/projects", token)).isEqualTo(200);
            assertThat(server.requests().all()).hasSize(1);
        }

        @Nested
        class InAClassWithin {

            @Test
            void isSoToo(ServedWorld served) {
                assertThat(served.token()).isEqualTo("capy_demo");
            }
        }
    }

    @Nested
    @CapyTest
    class WhereOnlyAClassWithinAsksForAServer {

        @Test
        void isBesideOthers(@CapyToken String token) {
            assertThat(token).isNotEqualTo("capy_demo");
        }

        @Nested
        class TheOneWithin {

            @Test
            void hasAServer(CapyServer server) {
                assertThat(server.token()).isEqualTo("capy_demo");
            }
        }
    }

    @Nested
    class WhereAllTestsShareAWorldAndOneWithinAsksForAServer {

        @RegisterExtension
        static final CapyExtension CAPY = CapyExtension.builder().build();

        @Test
        void hasThatServer() {
            assertThat(CAPY.token()).isEqualTo("capy_demo");
        }

        @Nested
        class TheOneWithin {

            @Test
            void hasAServer(CapyServer server) {
                assertThat(server.world()).isSameAs(CAPY.world());
            }
        }
    }

    @Nested
    @CapyTest(ownServer = true)
    class WhereItIsSaid {

        @Test
        void hasItsOwnServer(@CapyToken String token) {
            assertThat(token).isEqualTo("capy_demo");
        }
    }

    @Nested
    class OfARegisteredExtension {

        @RegisterExtension
        final CapyExtension capy = CapyExtension.builder().build();

        @Test
        void cannotMoveToAServerOfItsOwn() {
            capy.token();

            assertThat(catchIllegalStateException(capy::server)).hasMessageContaining("say ownServer");
        }

        @Test
        void hasTheServerThatIsAskedForFirst() {
            assertThat(capy.server().baseUri()).isEqualTo(capy.baseUri());
            assertThat(capy.token()).isEqualTo("capy_demo");
        }
    }
}
