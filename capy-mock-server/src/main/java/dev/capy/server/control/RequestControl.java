package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.contract.Query;
import dev.capy.server.http.ControlCall;
import dev.capy.server.journal.Journal;
import dev.capy.server.journal.Journals;
import dev.capy.server.journal.RecordedRequest;
import dev.capy.server.journal.RequestQuery;
import dev.capy.server.wire.Refusals;
import dev.capy.server.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The operations tagged {@code requests} that show what was asked. */
final class RequestControl {

    private final Journals journals;

    RequestControl(Journals journals) {
        this.journals = journals;
    }

    JsonNode list(ControlCall call) {
        int limit = call.query().integer("limit");
        List<RecordedRequest> found = journal(call).find(query(call.query()).limit(limit + 1));
        List<RecordedRequest> page = found.subList(0, Math.min(limit, found.size()));
        ObjectNode wire = Wire.object();
        wire.set("requests", Wire.array(page.stream(), RequestJson::of));
        return found.size() > limit ? wire.put("nextAfter", page.get(limit - 1).sequence()) : wire.putNull("nextAfter");
    }

    JsonNode get(ControlCall call) {
        long sequence = Long.parseLong(call.path("sequence"));
        return journal(call)
                .find(sequence)
                .map(RequestJson::of)
                .orElseThrow(() -> new NotFound("The journal has no request " + sequence + ", or none any more"));
    }

    JsonNode clear(ControlCall call) {
        journal(call).clear();
        return Wire.object().put("lastSequence", journal(call).lastSequence());
    }

    JsonNode har(ControlCall call) {
        return Har.of(journal(call).find(query(call.query())));
    }

    private Journal journal(ControlCall call) {
        return journals.of(call.hosted().id());
    }

    private static RequestQuery query(Query query) {
        RequestQuery wanted = RequestQuery.all();
        wanted = query.text("operation").map(wanted::operation).orElse(wanted);
        wanted = query.text("path").map(wanted::path).orElse(wanted);
        wanted = query.text("method").map(wanted::method).orElse(wanted);
        wanted = query.text("caller").map(wanted::caller).orElse(wanted);
        wanted = query.text("since").map(Instant::parse).map(wanted::since).orElse(wanted);
        wanted = query.text("until").map(Instant::parse).map(wanted::until).orElse(wanted);
        if (query.optionalInteger("status").isPresent()) {
            wanted = wanted.status((int) query.optionalInteger("status").getAsLong());
        }
        if (query.optionalInteger("after").isPresent()) {
            wanted = wanted.after(query.optionalInteger("after").getAsLong());
        }
        return ofBody(query, wanted);
    }

    private static RequestQuery ofBody(Query query, RequestQuery wanted) {
        Optional<String> path = query.text("bodyPath");
        Optional<String> value = query.text("bodyValue");
        if (path.isEmpty() && value.isPresent()) {
            throw Refusals.ofQuery("$.bodyPath", "is required where bodyValue is given");
        }
        if (path.isEmpty()) {
            return wanted;
        }
        try {
            return value.isPresent() ? wanted.body(path.get(), value.get()) : wanted.body(path.get());
        } catch (IllegalArgumentException e) {
            throw Refusals.ofQuery("$.bodyPath", String.valueOf(e.getMessage()));
        }
    }
}
