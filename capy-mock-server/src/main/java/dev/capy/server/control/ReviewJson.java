package dev.capy.server.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.CapyWorld;
import dev.capy.core.kernel.View;
import dev.capy.core.review.Review;
import dev.capy.core.usage.Cost;
import dev.capy.server.wire.Wire;

/** Reviews on the wire. */
final class ReviewJson {

    private ReviewJson() {}

    static ObjectNode of(CapyWorld world, View view, Review review) {
        Cost cost = world.usage().of(view, review.id());
        ObjectNode wire = Wire.object()
                .put("id", review.id())
                .put("projectId", review.about().projectId())
                .put("userId", review.about().userId())
                .put("commit", review.about().commit())
                .put("status", review.status().word())
                .put("script", review.work().script())
                .put("summary", review.summary());
        wire.set("findings", Wire.array(review.findings().stream(), ReviewJson::finding));
        wire.put("failure", review.failure())
                .put("startedAt", Wire.time(review.startedAt()))
                .put("endedAt", Wire.timeOrNull(review.endedAt()));
        wire.putObject("cost").put("llm", cost.llmDollars()).put("vm", cost.vmDollars());
        return wire;
    }

    private static ObjectNode finding(Review.Finding finding) {
        return Wire.object()
                .put("type", finding.type().word())
                .put("severity", finding.severity().word())
                .put("file", finding.file())
                .put("line", finding.line())
                .put("message", finding.message());
    }
}
