package dev.capy.server.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.verify.Match;
import dev.capy.server.verify.RequestPattern;
import dev.capy.server.verify.Verification;
import dev.capy.server.wire.Refusals;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Reads which requests are meant. What has no wrong keys or types is known from the document. */
final class PatternJson {

    private PatternJson() {}

    /**
     * The pattern that an object says.
     *
     * @param path where the object stands in the body
     * @param operations the ids of all operations that may be named
     * @throws dev.capy.core.kernel.error.Invalid naming what is wrong
     */
    static RequestPattern read(JsonNode json, String path, Collection<String> operations) {
        RequestPattern pattern = RequestPattern.anyRequest();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            pattern = with(pattern, field.getKey(), field.getValue(), path + "." + field.getKey());
        }
        RequestPattern read = pattern;
        return checked(path + ".operation", () -> {
            Verification.requireKnown(read, operations);
            return read;
        });
    }

    private static RequestPattern with(RequestPattern pattern, String key, JsonNode value, String path) {
        RequestPattern longer = pattern;
        switch (key) {
            case "operation" -> longer = pattern.withOperation(value.textValue());
            case "method" -> longer = pattern.withMethod(value.textValue());
            case "path" -> longer = pattern.withPath(value.textValue());
            case "caller" -> longer = pattern.from(value.textValue());
            case "status" -> longer = pattern.answered(value.intValue());
            case "query" -> {
                for (Map.Entry<String, JsonNode> each : value.properties()) {
                    longer = longer.withQuery(each.getKey(), match(each.getValue(), path + "." + each.getKey()));
                }
            }
            case "headers" -> {
                for (Map.Entry<String, JsonNode> each : value.properties()) {
                    longer = longer.withHeader(each.getKey(), match(each.getValue(), path + "." + each.getKey()));
                }
            }
            case "json" -> {
                for (Map.Entry<String, JsonNode> each : value.properties()) {
                    longer = withJson(longer, each, path + "['" + each.getKey() + "']");
                }
            }
            default -> throw new IllegalArgumentException(key);
        }
        return longer;
    }

    private static RequestPattern withJson(RequestPattern pattern, Map.Entry<String, JsonNode> entry, String path) {
        Match match = match(entry.getValue(), path);
        return checked(path, () -> pattern.withJson(entry.getKey(), match));
    }

    /** A value that should be equal, or one rule. */
    private static Match match(JsonNode json, String path) {
        if (!json.isObject()) {
            return Match.equalToJson(json.toString());
        }
        Map.Entry<String, JsonNode> rule = json.properties().iterator().next();
        JsonNode value = rule.getValue();
        return switch (rule.getKey()) {
            case "equalTo" -> Match.equalToJson(value.toString());
            case "containing" -> Match.containing(value.textValue());
            case "matching" -> checked(path + ".matching", () -> Match.matching(value.textValue()));
            case "present" -> value.booleanValue() ? Match.present() : Match.absent();
            case "anyOf" ->
                Match.anyOf(StreamSupport.stream(value.spliterator(), false)
                        .map(each -> match(each, path + ".anyOf"))
                        .toArray(Match[]::new));
            default -> throw new IllegalArgumentException(rule.getKey());
        };
    }

    private static <T> T checked(String path, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw Refusals.ofBody(path, String.valueOf(e.getMessage()));
        }
    }
}
