package dev.capy.server.journal;

import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

/** A line for a shell that repeats a request; the token is to be in {@code TOKEN}. */
public final class Curl {

    /** What curl writes by itself, or what would be wrong in another request. */
    private static final Set<String> LEFT_OUT = Set.of(
            "authorization",
            "host",
            "content-length",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding",
            "transfer-encoding",
            "http2-settings",
            "upgrade",
            "expect");

    private Curl() {}

    /** The line, with secrets left out as in everything that a journal shows. */
    public static String line(RecordedRequest request) {
        StringJoiner line = new StringJoiner(" ").add("curl");
        if (request.method().equals("HEAD")) {
            line.add("--head");
        } else if (!request.method().equals("GET")) {
            line.add("-X").add(request.method());
        }
        if (request.header("Authorization").isPresent()) {
            line.add("-H").add("\"Authorization: Bearer $TOKEN\"");
        }
        request.headers().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> line.add("-H").add(quoted(name + ": " + value)));
            }
        });
        if (!request.body().isEmpty()) {
            line.add("--data-binary").add(quoted(request.body()));
        }
        return line.add(quoted(url(request))).toString();
    }

    /** Where the request went. */
    public static String url(RecordedRequest request) {
        return "http://" + request.header("Host").orElse("127.0.0.1") + request.path()
                + request.query().map(query -> "?" + query).orElse("");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
