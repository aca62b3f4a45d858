package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.http.ControlCall;
import dev.capy.server.journal.Curl;
import dev.capy.server.journal.Journals;
import dev.capy.server.verify.Count;
import dev.capy.server.verify.Difference;
import dev.capy.server.verify.Finding;
import dev.capy.server.verify.NearMiss;
import dev.capy.server.verify.RequestPattern;
import dev.capy.server.verify.Verdict;
import dev.capy.server.verify.Verification;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.time.Duration;
import java.util.List;

/** The operation that verifies requests. */
final class VerifyControl {

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_NEAREST = 100;

    private final Journals journals;

    VerifyControl(Journals journals) {
        this.journals = journals;
    }

    JsonNode verify(ControlCall call) {
        JsonNode body = call.body();
        List<String> operations = call.hosted().operations();
        RequestPattern pattern = PatternJson.read(body.path("request"), "$.request", operations);
        Duration patience = body.has("within") ? IsoDuration.read(body, "within") : Duration.ZERO;
        if (patience.isNegative() || patience.compareTo(LONGEST) > 0) {
            throw Refusals.ofBody("$.within", "must be from PT0S to " + LONGEST + ", was " + patience);
        }
        return wire(new Verification(journals.of(call.hosted().id()), operations, pattern, count(body.path("count")))
                .verdict(patience));
    }

    private static Count count(JsonNode json) {
        if (json.has("times")) {
            return Count.times(json.get("times").intValue());
        }
        int least = json.path("atLeast").asInt(json.has("atMost") ? 0 : 1);
        int most = json.path("atMost").asInt(Integer.MAX_VALUE);
        if (most < least) {
            throw Refusals.ofBody(
                    "$.count.atMost", "must not be less than atLeast, which is " + least + ", was " + most);
        }
        return new Count(least, most);
    }

    private static JsonNode wire(Verdict verdict) {
        ObjectNode wire = Wire.object()
                .put("verified", verdict.verified())
                .put("expected", verdict.count().toString())
                .put("report", verdict.verified() ? null : verdict.report());
        wire.set("matching", Wire.array(verdict.matching().stream(), RequestJson::of));
        wire.set("nearest", Wire.array(verdict.nearest().stream().limit(MOST_NEAREST), VerifyControl::miss));
        return wire;
    }

    private static ObjectNode miss(NearMiss miss) {
        ObjectNode wire =
                Wire.object().put("sequence", miss.request().sequence()).put("curl", Curl.line(miss.request()));
        wire.set("criteria", Wire.array(miss.findings().stream(), VerifyControl::finding));
        return wire;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode wire = Wire.object().put("holds", finding.holds()).put("expected", finding.expected());
        wire.set("differences", Wire.array(finding.differences().stream(), VerifyControl::difference));
        return wire;
    }

    private static ObjectNode difference(Difference difference) {
        return Wire.object()
                .put("at", difference.at())
                .put("expected", difference.expected())
                .put("actual", difference.actual());
    }
}
