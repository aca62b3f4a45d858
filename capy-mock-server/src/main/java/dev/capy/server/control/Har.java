package dev.capy.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.contract.QueryText;
import dev.capy.server.journal.Curl;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests as an HTTP Archive, version 1.2, for the network tab of a browser. */
final class Har {

    private static final String HTTP = "HTTP/1.1";
    private static final String JSON = "application/json";
    private static final int UNKNOWN = -1;

    private Har() {}

    static ObjectNode of(List<RecordedRequest> requests) {
        ObjectNode har = Wire.object();
        ObjectNode log = har.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "capy-mock-server").put("version", version());
        log.set("entries", Wire.array(requests.stream(), Har::entry));
        return har;
    }

    private static String version() {
        String version = Har.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }

    private static ObjectNode entry(RecordedRequest request) {
        double millis = RequestJson.millis(request);
        ObjectNode entry = Wire.object()
                .put("startedDateTime", Wire.time(request.arrivedAt()))
                .put("time", millis);
        entry.set("request", request(request));
        entry.set("response", response(request));
        entry.putObject("cache");
        entry.putObject("timings").put("send", 0).put("wait", millis).put("receive", 0);
        return entry.put("comment", request.operation().orElse(""));
    }

    private static ObjectNode request(RecordedRequest request) {
        ObjectNode wire = Wire.object()
                .put("method", request.method())
                .put("url", Curl.url(request))
                .put("httpVersion", HTTP);
        wire.putArray("cookies");
        ArrayNode headers = wire.putArray("headers");
        request.headers().forEach((name, values) -> values.forEach(value -> add(headers, name, value)));
        ArrayNode query = wire.putArray("queryString");
        QueryText.decode(request.query().orElse(null))
                .forEach((name, values) -> values.forEach(value -> add(query, name, value)));
        if (!request.body().isEmpty()) {
            wire.putObject("postData")
                    .put("mimeType", request.header("Content-Type").orElse(JSON))
                    .put("text", request.body());
        }
        return wire.put("headersSize", UNKNOWN).put("bodySize", size(request.body()));
    }

    private static ObjectNode response(RecordedRequest request) {
        ObjectNode wire = Wire.object()
                .put("status", request.status().orElse(0))
                .put("statusText", "")
                .put("httpVersion", HTTP);
        wire.putArray("cookies");
        ArrayNode headers = wire.putArray("headers");
        request.answerHeaders().forEach((name, value) -> add(headers, name, value));
        wire.putObject("content")
                .put("size", size(request.answerBody()))
                .put("mimeType", JSON)
                .put("text", request.answerBody());
        return wire.put("redirectURL", "").put("headersSize", UNKNOWN).put("bodySize", size(request.answerBody()));
    }

    private static void add(ArrayNode list, String name, String value) {
        list.addObject().put("name", name).put("value", value);
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
