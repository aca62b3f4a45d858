package dev.capy.server.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.http.Ending;
import dev.capy.server.journal.Curl;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.wire.Wire;
import java.time.Instant;
import java.util.Locale;

/** A request of the journal on the wire. */
final class RequestJson {

    private RequestJson() {}

    static ObjectNode of(RecordedRequest request) {
        ObjectNode wire = Wire.object()
                .put("sequence", request.sequence())
                .put("requestId", request.requestId())
                .put("arrivedAt", Wire.time(request.arrivedAt()))
                .put("virtualTime", request.virtualTime().map(RequestJson::time).orElse(null))
                .put("method", request.method())
                .put("path", request.path())
                .put("query", request.query().orElse(null))
                .put("operation", request.operation().orElse(null))
                .put("userId", request.userId().orElse(null))
                .put("tokenName", request.tokenName().orElse(null));
        headers(request, wire.putObject("headers"));
        wire.put("body", request.body())
                .put("ending", request.ending().name().toLowerCase(Locale.ROOT))
                .put(
                        "status",
                        request.status().isPresent()
                                ? Integer.valueOf(request.status().getAsInt())
                                : null);
        ObjectNode answerHeaders = wire.putObject("answerHeaders");
        request.answerHeaders().forEach(answerHeaders::put);
        return wire.put("answerBody", request.answerBody())
                .put("durationMs", request.ending() == Ending.PENDING ? null : millis(request))
                .put("curl", Curl.line(request));
    }

    private static void headers(RecordedRequest request, ObjectNode wire) {
        request.headers().forEach((name, values) -> {
            ArrayNode list = wire.putArray(name);
            values.forEach(list::add);
        });
    }

    private static String time(Instant time) {
        return Wire.time(time);
    }

    static Double millis(RecordedRequest request) {
        return request.duration().toNanos() / 1_000 / 1_000.0;
    }
}
