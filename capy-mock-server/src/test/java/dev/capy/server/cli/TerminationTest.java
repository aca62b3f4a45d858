package dev.capy.server.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.ChildJvm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program is asked to end while clients are at work. */
class TerminationTest {

    private static final int CLIENTS = 6;
    private static final int ANSWERS = 200;
    private static final String BODY = "{\"projectId\":\"proj_demo\",\"prompt\":\"Add a login page.\"}";
    private static final String REQUEST = String.join(
            "\r\n",
            "POST /api/v1/threads HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer capy_demo",
            "Content-Type: application/json",
            "Content-Length: " + BODY.length(),
            "",
            BODY);

    private final CountDownLatch enough = new CountDownLatch(ANSWERS);
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    @Test
    void breaksNoAnswerOff() throws Exception {
        try (ChildJvm program = ChildJvm.start(List.of(), Main.class, "--port", "0", "--clock", "manual")) {
            int port = Integer.parseInt(program.line().replaceFirst(".*:", ""));
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(() -> talk(port));
                client.start();
                clients.add(client);
            }
            assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();

            program.terminate();

            for (Thread client : clients) {
                client.join();
            }
            assertThat(program.exitCode()).isEqualTo(143);
        }
        assertThat(broken).isEmpty();
    }

    /** Asks again and again on one connection, until that ends. */
    private void talk(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = "";
            while (!head.contains("\r\nConnection: close\r\n")) {
                head = answer(socket);
                enough.countDown();
            }
        } catch (IOException e) {
            broken.add(e.toString());
        }
    }

    /** The head of an answer that is whole; of one that says so when the server did not begin to answer. */
    private static String answer(Socket socket) throws IOException {
        int first = ask(socket);
        if (first < 0) {
            return "\r\nConnection: close\r\n";
        }
        InputStream in = socket.getInputStream();
        String head = (char) first + head(in);
        int length = Integer.parseInt(head.replaceFirst("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1"));
        byte[] body = in.readNBytes(length);
        if (body.length < length || !head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("broken off after " + head + new String(body, US_ASCII));
        }
        return head;
    }

    /** The first byte of what is answered, below 0 when nothing is. */
    private static int ask(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(REQUEST.getBytes(US_ASCII));
            return socket.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("broken off after " + head.toString(US_ASCII));
            }
            head.write(next);
        }
        return head.toString(US_ASCII);
    }
}
