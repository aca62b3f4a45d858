package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.catalog.Effort;
import dev.capy.server.wire.Wire;
import org.jspecify.annotations.Nullable;

/** Reads what agents are to think with. */
final class Efforts {

    private Efforts() {}

    /** What a body asks of the Captain; what it leaves out stays as it was. */
    static Effort captain(JsonNode body, Effort before) {
        return effort(body, "model", "speed", "reasoning", before);
    }

    /** What a body asks of the Build agents; what it leaves out stays as it was. */
    static Effort build(JsonNode body, Effort before) {
        return effort(body, "buildModel", "buildSpeed", "buildReasoning", before);
    }

    private static Effort effort(JsonNode body, String model, String speed, String reasoning, Effort before) {
        String chosen = Wire.text(body, model);
        Effort wanted = new Effort(
                chosen == null ? before.model() : chosen,
                or(Wire.text(body, speed), before.speed()),
                or(Wire.text(body.path(reasoning), "mode"), before.reasoning()));
        return wanted.equals(before) ? before : wanted;
    }

    private static @Nullable String or(@Nullable String chosen, @Nullable String before) {
        return chosen == null ? before : chosen;
    }
}
