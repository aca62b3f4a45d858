package dev.capy.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.webhook.WebhookSender.Answer;
import dev.capy.core.capx.webhook.WebhookSender.Shipment;
import dev.capy.server.testing.Receiver;
import dev.capy.server.testing.Receiver.Letter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpWebhookSenderTest {

    private final HttpWebhookSender sender = new HttpWebhookSender(Set.of("Nowhere.invalid"), Duration.ofMillis(400));
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private Answer send(String url) {
        return sender.send(new Shipment("del_1", url, new TreeMap<>(Map.of("webhook-id", "del_1")), "{\"a\":\"é\"}"));
    }

    @Test
    void sendsTheBodyAndTheHeaders() {
        assertThat(send(receiver.url("/hook"))).isEqualTo(Answer.of(204));

        Letter letter = receiver.letters().get(0);
        assertThat(letter.body()).isEqualTo("{\"a\":\"é\"}");
        assertThat(letter.header("webhook-id")).isEqualTo("del_1");
        assertThat(letter.header("host")).startsWith("127.0.0.1:");
    }

    @Test
    void takesANameOfThisMachine() {
        assertThat(send(receiver.url("").replace("127.0.0.1", "localhost"))).isEqualTo(Answer.of(204));
    }

    @Test
    void followsNoRedirection() {
        receiver.answer(307);

        assertThat(send(receiver.url("/hook"))).isEqualTo(Answer.of(307));
        assertThat(receiver.letters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://192.0.2.1/", "http://[2001:db8::1]/", "http://0.0.0.0/", "https://169.254.169.254/x"})
    void leavesOtherMachinesAlone(String url) {
        assertThat(send(url).error()).contains("is not on this machine", "--allow-webhook-host");
    }

    @Test
    void looksForAHostThatIsAllowedByName() {
        assertThat(send("http://nowhere.invalid/").error()).startsWith("There is no host");
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThat(send("http://127.0.0.1:" + port + "/").error()).startsWith("The call failed: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello\r\n\r\n", "HTTP/1.1 20", "SSH-2.0-x\r\n"})
    void saysThatTheAnswerIsNone(String answer) throws IOException {
        assertThat(answered(answer).error()).startsWith("The call failed: the answer ");
    }

    @Test
    void passesOverWhatOnlySaysThatAnAnswerIsOnItsWay() throws IOException {
        assertThat(answered("HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 201 Created\r\n\r\n"))
                .isEqualTo(Answer.of(201));
    }

    private Answer answered(String characters) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerOnce(listening, characters));
            return send("http://127.0.0.1:" + listening.getLocalPort() + "/");
        }
    }

    private static void answerOnce(ServerSocket listening, String characters) {
        try (Socket caller = listening.accept()) {
            caller.getInputStream().read(new byte[8_192]);
            caller.getOutputStream().write(characters.getBytes(StandardCharsets.US_ASCII));
            caller.shutdownOutput();
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            // the caller does not wait for more
        }
    }

    @Test
    void doesNotWaitForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(send("http://127.0.0.1:" + silent.getLocalPort() + "/").error())
                    .isEqualTo("There was no answer within 400 ms");
        }
    }
}
