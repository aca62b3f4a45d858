package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloseTest {

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
    void freesThePort() {
        TestServer server = TestServer.manual();
        int port = server.server().port();

        server.close();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close());
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
}
