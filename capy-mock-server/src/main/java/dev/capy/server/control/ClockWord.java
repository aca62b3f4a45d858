package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.wire.Refusals;
import java.util.Locale;

/** What makes time move, on the wire. */
final class ClockWord {

    private ClockWord() {}

    static String of(ClockMode mode) {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mode of a word, which is one of them. */
    static ClockMode mode(String word) {
        return ClockMode.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /**
     * The speed that a body gives, which is a number above 0.
     *
     * @throws Invalid when it is so high, or so low, that no computer number holds it
     */
    static double speed(JsonNode body) {
        double speed = body.get("speed").doubleValue();
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw Refusals.ofBody("$.speed", "must be a number above 0 that is not out of all reach");
        }
        return speed;
    }
}
