package dev.capy.server.fault;

import static dev.capy.server.verify.RequestPattern.anyRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import dev.capy.server.http.Ending;
import dev.capy.server.http.Point;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break, at every point; nothing stays behind. */
class BrokenConnectionTest {

    private static final String MODELS =
            "GET /api/v1/models HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer capy_demo\r\n\r\n";

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(value = Point.class, mode = EXCLUDE, names = "DELIVERY")
    void mayBeReset(Point point) throws IOException {
        breakAt(point, Effect.reset());

        try (Socket socket = ask()) {
            assertThat(end(socket)).isEqualTo("reset");
        }
        awaitEnding(Ending.RESET);
    }

    @ParameterizedTest
    @EnumSource(value = Point.class, mode = EXCLUDE, names = "DELIVERY")
    void mayBeClosed(Point point) throws IOException {
        breakAt(point, Effect.close());

        try (Socket socket = ask()) {
            assertThat(end(socket)).isEqualTo("closed");
        }
        awaitEnding(Ending.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(value = Point.class, mode = EXCLUDE, names = "DELIVERY")
    void mayStallUntilALimit(Point point) throws IOException {
        breakAt(point, Effect.stall(Duration.ofMillis(50)));

        try (Socket socket = ask()) {
            assertThat(end(socket)).isEqualTo("closed");
        }
        awaitEnding(Ending.STALLED);
    }

    @Test
    void mayStallUntilTheCallerGoes() throws IOException {
        breakAt(Point.BEFORE_HANDLING, Effect.stall(Duration.ofHours(1)));

        ask().close();

        awaitEnding(Ending.STALLED);
    }

    @Test
    void mayStallUntilTheServerEnds() throws IOException {
        breakAt(Point.BEFORE_HANDLING, Effect.stall(Duration.ofHours(1)));
        try (Socket socket = ask()) {
            awaitArrival();

            server.close();

            assertThat(end(socket)).isNotEqualTo("open");
        }
    }

    @Test
    void leavesRoomForOthersHoweverManyStall() throws IOException {
        breakAt(Point.BEFORE_ROUTING, Effect.stall(Duration.ofHours(1)));
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            sockets.add(ask());
        }
        server.server().requests().<Integer>await(List::size, size -> size == 100, Duration.ofSeconds(20));

        server.server().faults().clear();
        server.api().get("/v1/models").ok();

        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void leavesTheNextRequestAlone() throws IOException {
        server.server().faults().add(Fault.when(anyRequest()).once().then(Effect.reset()));
        try (Socket socket = ask()) {
            end(socket);
        }

        server.api().get("/v1/models").ok();
    }

    private void breakAt(Point point, Effect effect) {
        server.server().faults().add(Fault.when(anyRequest()).at(point).then(effect));
    }

    private Socket ask() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(MODELS.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String end(Socket socket) throws IOException {
        try {
            InputStream in = socket.getInputStream();
            in.readAllBytes();
            return "closed";
        } catch (SocketException e) {
            return "reset";
        }
    }

    private void awaitArrival() {
        await(requests -> !requests.isEmpty());
    }

    private void awaitEnding(Ending ending) {
        await(requests -> requests.size() == 1 && requests.get(0).ending() == ending);
    }

    private void await(Predicate<List<RecordedRequest>> wanted) {
        boolean seen = server.server().requests().<Boolean>await(wanted::test, yes -> yes, Duration.ofSeconds(20));
        assertThat(seen).as("%s", server.server().requests().all()).isTrue();
    }
}
