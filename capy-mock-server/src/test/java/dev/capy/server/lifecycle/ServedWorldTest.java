package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.CapyWorld;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Worlds that are opened in Java. */
class ServedWorldTest {

    private static final CapyServer SERVER = CapyServer.start();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void hasTokensOfItsOwn() {
        CapyWorld world = CapyWorld.builder().build();
        try (ServedWorld served = SERVER.open(world)) {
            assertThat(served.world()).isSameAs(world);
            assertThat(served.baseUri()).isEqualTo(SERVER.baseUri());
            assertThat(served.tokens()).hasSize(8).doesNotContainValue("capy_demo");
            assertThat(served.token())
                    .isEqualTo(served.token("capy_demo"))
                    .isNotEqualTo(served.token("capy_demo_member"));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> served.token("capy_demp"))
                    .withMessageStartingWith("The world has no token 'capy_demp', only [capy_demo, ");
        }
    }

    @Test
    void mayHaveNoTokens() {
        try (ServedWorld served =
                SERVER.open(CapyWorld.builder().fixture(Fixture.empty()).build())) {
            assertThat(served.token()).isEmpty();
        }
    }

    @Test
    void isServedAsTheServerIsUnlessToldOtherwise() {
        try (CapyServer server = CapyServer.builder().edition("2026-07").start()) {
            assertThat(server.open(CapyWorld.builder().build()).edition()).isEqualTo("2026-07");
            assertThat(server.open(CapyWorld.builder().build(), how -> how.edition("2026-04"))
                            .edition())
                    .isEqualTo("2026-04");
        }
    }

    @Test
    void isGoneWhenItIsClosed() {
        ServedWorld served = SERVER.open(CapyWorld.builder().build());
        assertThat(SERVER.worlds()).extracting(ServedWorld::id).contains(served.id());

        served.close();
        served.close();

        assertThat(served.isOpen()).isFalse();
        assertThat(SERVER.worlds()).extracting(ServedWorld::id).doesNotContain(served.id());
    }

    @Test
    void isServedOnce() {
        CapyWorld world = CapyWorld.builder().build();
        try (ServedWorld served = SERVER.open(world)) {
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> SERVER.open(world))
                    .withMessage("This world is served already, as " + served.id());
        }

        SERVER.open(world).close();
    }

    @Test
    void isNotOpenedByAServerThatIsClosed() {
        CapyServer server = CapyServer.start();
        ServedWorld served = server.open(CapyWorld.builder().build());

        server.close();

        assertThat(served.isOpen()).isFalse();
        served.close();
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> server.open(CapyWorld.builder().build()))
                .withMessage("The server is closed");
    }

    @Test
    void isNotTheServersOwn() {
        assertThatIllegalStateException().isThrownBy(SERVER::world);
        assertThatIllegalStateException()
                .isThrownBy(SERVER::token)
                .withMessage("The server has no world of its own: ask the one that you opened");
    }

    @Test
    void refusesTimesToLiveThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SERVER.open(CapyWorld.builder().build(), how -> how.timeToLive(Duration.ZERO)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CapyServer.builder().mostWorlds(0))
                .withMessage("mostWorlds must be above 0, was 0");
    }

    @Test
    void needsNoThreadWhenItIsClosed() throws Exception {
        Watched watched = new Watched();
        CapyServer server = watched.run(CapyServer::start);
        ServedWorld realtime = watched.run(
                () -> server.open(CapyWorld.builder().clock(ClockMode.REALTIME).build()));
        ServedWorld mortal =
                watched.run(() -> server.open(CapyWorld.builder().build(), how -> how.timeToLive(Duration.ofHours(1))));
        assertThat(watched.threads()).extracting(Thread::getName).contains("capy-clock", "capy-worlds");

        realtime.close();
        mortal.close();

        watched.awaitEndOf("capy-clock", "capy-worlds");
        server.close();
        watched.awaitEnd();
    }
}
