package dev.capy.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes bytes to a server's port and reads what comes back until the server hangs up. Thread-safe. */
public final class RawClient {

    private static final int PATIENCE_MILLIS = 120_000;

    private final int port;

    public RawClient(int port) {
        this.port = port;
    }

    /** Sends a request of these lines, which has no body, and reads the one answer. */
    public Answer lines(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add("Connection: close");
        return send(String.join("\r\n", all) + "\r\n\r\n");
    }

    /** Sends these characters, one byte each, says that nothing follows, and reads the one answer. */
    public Answer send(String characters) {
        String said = exchange(characters.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(said).startsWith("HTTP/1.1 ");
        String[] parts = said.split("\r\n\r\n", 2);
        String[] head = parts[0].split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < head.length; i++) {
            String[] header = head[i].split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
        }
        return new Answer(Integer.parseInt(head[0].split(" ", -1)[1]), headers, parts[1]);
    }

    /** As {@link #send}, of a request that must be refused. */
    public Answer refused(String characters) {
        Answer answer = send(characters);
        Promises.checkRefusal(answer);
        return answer;
    }

    /** All that the server says to these bytes; empty when it just hangs up. */
    public String exchange(byte[] bytes) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(bytes);
                out.flush();
                socket.shutdownOutput();
            } catch (SocketException e) {
                // it hung up before it had read everything; what it said is there all the same
            }
            return readAll(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readAll(Socket socket) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(said);
        } catch (SocketException e) {
            // a reset ends it too
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
