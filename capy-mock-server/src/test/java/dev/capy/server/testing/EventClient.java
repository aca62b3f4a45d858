package dev.capy.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a stream of server-sent events, block by block. Not thread-safe. */
public final class EventClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final List<String> STILL_HERE = List.of(": still here");

    private final Socket socket;
    private final BufferedReader lines;

    /** Reads the events of a world. */
    public EventClient(int port, String query, String... headers) {
        this(port, "/_capy/events" + query, ": events", headers);
    }

    /**
     * Sends the request and reads the head of the answer, which is a stream.
     *
     * @param welcome what the stream begins with
     */
    EventClient(int port, String path, String welcome, String[] headers) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            List<String> request = new ArrayList<>(List.of("GET " + path + " HTTP/1.0", "Host: localhost"));
            request.addAll(List.of(headers));
            socket.getOutputStream()
                    .write((String.join("\r\n", request) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(block()).contains("Content-Type: text/event-stream").contains("Cache-Control: no-store");
            assertThat(block()).containsExactly(welcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines up to the next empty one; those that are left when the stream is over. */
    public List<String> block() {
        List<String> block = new ArrayList<>();
        try {
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                block.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return block;
    }

    /** The next event, its fields by their names; it has to come soon. */
    public Map<String, String> event() {
        List<String> block = block();
        if (block.equals(STILL_HERE)) {
            throw new AssertionError("nothing happened for a long time");
        }
        return fields(block);
    }

    /** The next event, its fields by their names; it may take its time. */
    public Map<String, String> laterEvent() {
        List<String> block = block();
        while (block.equals(STILL_HERE)) {
            block = block();
        }
        return fields(block);
    }

    private static Map<String, String> fields(List<String> block) {
        Map<String, String> event = new TreeMap<>();
        block.forEach(line -> event.put(line.replaceFirst(":.*", ""), line.replaceFirst("^[^:]*: ?", "")));
        return event;
    }

    /** The data of the next event, which is of this kind. */
    public JsonNode data(String kind) {
        Map<String, String> event = event();
        assertThat(event).containsEntry("event", kind);
        return Json.parse(event.get("data"));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
