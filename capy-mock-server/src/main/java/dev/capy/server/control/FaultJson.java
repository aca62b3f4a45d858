package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.server.fault.Delay;
import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.fault.Frequency;
import dev.capy.server.http.Point;
import dev.capy.server.wire.Refusals;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** Reads faults. What has no wrong keys or types is known from the document. */
final class FaultJson {

    private FaultJson() {}

    /**
     * The fault that a body says.
     *
     * @throws Invalid naming what is wrong
     */
    static Fault read(JsonNode body, Collection<String> operations) {
        Fault.Builder fault = Fault.when(PatternJson.read(body.path("when"), "$.when", operations))
                .named(body.path("name").asText(""));
        if (body.has("on")) {
            fault.on(frequency(body.get("on")));
        }
        if (body.has("times")) {
            fault.times(body.get("times").intValue());
        }
        if (body.has("at")) {
            fault.at(Point.valueOf(body.get("at").textValue().replace('-', '_').toUpperCase(Locale.ROOT)));
        }
        try {
            return fault.then(effect(body.get("then")));
        } catch (IllegalArgumentException e) {
            throw Refusals.ofBody("$.then", String.valueOf(e.getMessage()));
        }
    }

    static String word(Point point) {
        return point.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Frequency frequency(JsonNode json) {
        Map.Entry<String, JsonNode> said = json.properties().iterator().next();
        JsonNode number = said.getValue();
        return switch (said.getKey()) {
            case "nth" -> new Frequency.Nth(number.intValue());
            case "first" -> new Frequency.First(number.intValue());
            case "every" -> new Frequency.Every(number.intValue());
            default -> new Frequency.Percentage(number.doubleValue());
        };
    }

    private static Effect effect(JsonNode json) {
        Map.Entry<String, JsonNode> said = json.properties().iterator().next();
        JsonNode how = said.getValue();
        return switch (said.getKey()) {
            case "latency" -> latency(how);
            case "status" -> Effect.status(how.intValue());
            case "error" -> error(how);
            case "body" -> how.textValue().equals("empty") ? Effect.emptyBody() : Effect.garbage();
            case "truncated" -> Effect.truncated(how.intValue());
            case "webhook" -> how.textValue().equals("twice") ? Effect.deliveredTwice() : Effect.deliveryLost();
            case "connection" -> how.textValue().equals("reset") ? Effect.reset() : Effect.close();
            default -> Effect.stall(duration(how, "stall"));
        };
    }

    private static Effect error(JsonNode json) {
        Effect.Status status = Effect.status(json.get("status").intValue());
        if (json.has("code")) {
            status = status.code(json.get("code").textValue());
        }
        if (json.has("message")) {
            status = status.message(json.get("message").textValue());
        }
        return json.has("retryAfter") ? status.retryAfter(json.get("retryAfter").intValue()) : status;
    }

    private static Effect latency(JsonNode json) {
        if (json.isTextual()) {
            return Effect.latency(duration(json, "latency"));
        }
        Effect.Latency latency = Effect.latency(delay(json));
        return json.path("clock").asText().equals("wall") ? latency.inWallTime() : latency;
    }

    private static Delay delay(JsonNode json) {
        if (json.has("fixed")) {
            return new Delay.Fixed(duration(json.get("fixed"), "latency.fixed"));
        } else if (json.has("median")) {
            return new Delay.LogNormal(
                    duration(json.get("median"), "latency.median"),
                    json.path("sigma").asDouble(0.5));
        } else if (json.has("from") && json.has("to")) {
            return new Delay.Uniform(
                    duration(json.get("from"), "latency.from"), duration(json.get("to"), "latency.to"));
        }
        throw Refusals.ofBody("$.then.latency", "must have fixed, or from and to, or median");
    }

    private static Duration duration(JsonNode text, String path) {
        return IsoDuration.read(text.textValue(), "$.then." + path);
    }
}
