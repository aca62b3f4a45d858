package dev.capy.server.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request on a connection of its own, of whose answer nothing but the status is read. */
record HttpCall(Socket socket, Deadline deadline) {

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES = 200;
    private static final int OK = 200;

    /** The status of the answer. */
    int post(URI target, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST ").append(path(target)).append(" HTTP/1.1\r\n");
        line(head, "Host", target.getRawAuthority());
        headers.forEach((name, value) -> line(head, name, value));
        line(head, "User-Agent", "capy-mock-server");
        line(head, "Content-Length", String.valueOf(bytes.length));
        line(head, "Connection", "close");
        head.append("\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return status(socket.getInputStream());
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static String path(URI target) {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }

    /** That of the answer; those before it only say that it is on its way. */
    private int status(InputStream in) throws IOException {
        for (int lines = 0; lines < MOST_LINES; lines++) {
            Matcher line = STATUS_LINE.matcher(readLine(in));
            if (line.matches() && Integer.parseInt(line.group(1)) >= OK) {
                return Integer.parseInt(line.group(1));
            } else if (lines == 0 && !line.matches()) {
                throw new IOException("the answer is not HTTP");
            }
        }
        throw new IOException("the answer does not begin");
    }

    private String readLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = read(in); read != '\n'; read = read(in)) {
            if (read < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("the answer breaks off");
            } else if (read != '\r') {
                line.write(read);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private int read(InputStream in) throws IOException {
        socket.setSoTimeout(deadline.millisLeft());
        return in.read();
    }
}
