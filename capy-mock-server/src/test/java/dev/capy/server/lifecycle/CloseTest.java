package dev.capy.server.lifecycle;

import static dev.capy.server.verify.RequestPattern.anyRequest;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.ClockMode;
import dev.capy.core.vm.VmPlaced;
import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.http.Point;
import dev.capy.server.testing.EventClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseTest {

    private static final int PORTS = 5;

    @ParameterizedTest
    @EnumSource(ClockMode.class)
    void leavesNoThreadBehind(ClockMode clock) throws Exception {
        Watched watched = new Watched();
        TestServer server = watched.run(() -> TestServer.start(clock));
        server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok();
        assertThat(watched.threads()).extracting(Thread::getName).anyMatch(name -> name.startsWith("capy-http"));
        assertThat(watched.threads())
                .filteredOn(thread -> thread.getName().equals("capy-clock"))
                .hasSize(clock == ClockMode.REALTIME ? 1 : 0);

        server.close();

        watched.awaitEnd();
    }

    @Test
    void endsStreamsAndTheirThreads() throws Exception {
        Watched watched = new Watched();
        TestServer server = watched.run(TestServer::onPoll);
        try (EventClient events = server.events("")) {
            assertThat(watched.threads()).extracting(Thread::getName).contains("capy-events");

            server.close();

            assertThat(events.block()).containsExactly(": the server is closed");
            assertThat(events.block()).isEmpty();
        }
        watched.awaitEnd();
    }

    @Test
    void needsNoThreadForStreamsThatAreOver() throws Exception {
        Watched watched = new Watched();
        try (TestServer server = watched.run(TestServer::manual)) {
            server.events("").close();
            server.world().write(tx -> {
                tx.emit(new VmPlaced("somebody who has gone is told"));
                return true;
            });
            server.world().write(tx -> {
                tx.emit(new VmPlaced("and by now that is known"));
                return true;
            });

            watched.awaitEndOf("capy-events", "capy-streams");
        }
    }

    /** Another server of this machine can take a port as soon as it is free, but hardly each of them. */
    @Test
    void freesThePort() {
        assertThat(IntStream.range(0, PORTS)).anyMatch(attempt -> isFree(portOfAClosedServer()));
    }

    private static int portOfAClosedServer() {
        TestServer server = TestServer.manual();
        int port = server.server().port();
        assertThat(isFree(port)).isFalse();
        server.close();
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void mayBeCalledTwice() {
        TestServer server = TestServer.start(ClockMode.REALTIME);

        server.close();
        server.close();
    }

    @Test
    void leavesTheWorldAsItIs() {
        TestServer server = TestServer.manual();
        server.api()
                .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok();
        String before = server.world().digest();

        server.close();

        assertThat(server.world().digest()).isEqualTo(before);
        server.world().clock().runUntilIdle();
    }

    @Test
    void leavesNoThreadBehindWhateverGoesWrong() throws Exception {
        Watched watched = new Watched();
        TestServer server = watched.run(() -> TestServer.start(ClockMode.MANUAL));
        server.server()
                .faults()
                .add(Fault.when(anyRequest()).at(Point.BEFORE_ROUTING).once().then(Effect.reset()));
        server.server()
                .faults()
                .add(Fault.when(anyRequest()).at(Point.BEFORE_ROUTING).once().then(Effect.stall(Duration.ofHours(1))));
        server.server()
                .faults()
                .add(Fault.when(anyRequest())
                        .at(Point.BEFORE_ROUTING)
                        .once()
                        .then(Effect.latency(Duration.ofHours(1)).inWallTime()));
        List<Socket> sockets = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.server().port());
            socket.getOutputStream().write("GET /api/v1/models HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
            sockets.add(socket);
            int count = i;
            server.server().requests().<Boolean>await(all -> all.size() == count, yes -> yes, Duration.ofSeconds(20));
        }

        server.close();

        watched.awaitEnd();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
