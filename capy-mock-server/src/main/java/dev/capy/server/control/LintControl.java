package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.http.ControlCall;
import dev.capy.server.journal.Journals;
import dev.capy.server.lint.Lint;
import dev.capy.server.lint.Warning;
import dev.capy.server.wire.Wire;
import java.util.List;

/** The operation that tells bad habits of clients. */
final class LintControl {

    private final Journals journals;

    LintControl(Journals journals) {
        this.journals = journals;
    }

    JsonNode get(ControlCall call) {
        List<Warning> warnings = new Lint(journals.of(call.hosted().id()), call.hosted()::operation).warnings();
        ObjectNode wire = Wire.object().put("clean", warnings.isEmpty());
        wire.set("warnings", Wire.array(warnings.stream(), LintControl::warning));
        return wire;
    }

    private static ObjectNode warning(Warning warning) {
        return Wire.object()
                .put("sequence", warning.request().sequence())
                .put("habit", warning.habit().word())
                .put("message", warning.message());
    }
}
