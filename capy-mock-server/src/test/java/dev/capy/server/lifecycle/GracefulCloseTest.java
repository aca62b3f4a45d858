package dev.capy.server.lifecycle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is under way when a server ends. */
class GracefulCloseTest {

    private static final String BODY = Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}");
    private static final int HALF = 10;

    /** The common pool has one thread on a small machine. */
    private static final Executor OWN_THREAD = work -> new Thread(work).start();

    @Test
    void answersWhatItHasBegunToRead() throws Exception {
        TestServer server = TestServer.manual();
        try (Socket slow = halfSent(server)) {
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close, OWN_THREAD);
            awaitRefusal(server.server().port());

            assertThat(closing).isNotDone();
            slow.getOutputStream().write(BODY.substring(HALF).getBytes(US_ASCII));

            String answer = new String(slow.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("}");
            assertThat(answer).containsIgnoringCase("\r\nConnection: close\r\n");
            closing.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void answersWhatWaitsForTheWorld() throws Exception {
        TestServer server = TestServer.manual();
        CountDownLatch busy = new CountDownLatch(1);
        CompletableFuture<Void> writer = writing(server, busy);
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                () -> server.api().post("/v1/threads", BODY).status(), OWN_THREAD);
        server.server().requests().<Boolean>await(all -> all.size() == 1, yes -> yes, Duration.ofSeconds(20));
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close, OWN_THREAD);
        awaitRefusal(server.server().port());

        busy.countDown();

        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(200);
        closing.get(20, TimeUnit.SECONDS);
        writer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void cutsWhatTakesTooLong() throws Exception {
        TestServer server =
                TestServer.start(world -> world, how -> how.metrics(true).grace(Duration.ofMillis(200)));
        CountDownLatch never = new CountDownLatch(1);
        CompletableFuture<Void> writer = writing(server, never);
        try (Socket advance =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            advance.getOutputStream()
                    .write(post("/_capy/clock/advance", "{\"by\":\"PT1H\"}").getBytes(US_ASCII));
            awaitUnderWay(server);

            CompletableFuture.runAsync(server::close, OWN_THREAD).get(20, TimeUnit.SECONDS);

            assertThat(rest(advance)).isEmpty();
        } finally {
            never.countDown();
        }
        writer.get(20, TimeUnit.SECONDS);
    }

    @Test
    void waitsForNobodyWhoOnlyKeepsAConnection() throws Exception {
        TestServer server = TestServer.start(world -> world, how -> how.grace(Duration.ofHours(1)));
        server.api().get("/v1/projects").ok();
        try (Socket silent =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
            silent.getOutputStream().write("GET /api/v1/proj".getBytes(US_ASCII));

            CompletableFuture.runAsync(server::close, OWN_THREAD).get(20, TimeUnit.SECONDS);

            assertThat(rest(silent)).isEmpty();
        }
    }

    private static Socket halfSent(TestServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        String whole = post("/api/v1/threads", BODY);
        socket.getOutputStream()
                .write(whole.substring(0, whole.length() - BODY.length() + HALF).getBytes(US_ASCII));
        server.server().requests().<Boolean>await(all -> all.size() == 1, yes -> yes, Duration.ofSeconds(20));
        return socket;
    }

    private static String post(String path, String body) {
        return String.join(
                "\r\n",
                "POST " + path + " HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer capy_demo",
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);
    }

    /** Somebody has begun to change the world, and goes on until he is told to end. */
    private static CompletableFuture<Void> writing(TestServer server, CountDownLatch end) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(
                () -> server.world().write(tx -> {
                    begun.countDown();
                    return await(end);
                }),
                OWN_THREAD);
        await(begun);
        return writer;
    }

    /** Besides the one that looks there is another request. */
    private static void awaitUnderWay(TestServer server) {
        String active = "";
        while (!active.contains("\nhttp_server_requests_active 2.0\n")) {
            active = server.raw()
                    .lines("GET /_capy/metrics HTTP/1.1", "Host: localhost")
                    .text();
        }
    }

    /** The server takes no connection any more. */
    private static void awaitRefusal(int port) {
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> {
            while (true) {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
            }
        });
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }
}
