package dev.capy.server.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.capy.server.worlds.WorldOptions;
import java.time.Duration;

/** How a world is served, as a database keeps it. */
final class OptionsText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OptionsText() {}

    static String of(WorldOptions options) {
        Duration timeToLive = options.timeToLive();
        return JSON.createObjectNode()
                .put("edition", options.edition())
                .put("strict", options.strict())
                .put("speed", options.speed())
                .put("timeToLive", timeToLive == null ? null : timeToLive.toString())
                .toString();
    }

    /** What a text says. */
    static WorldOptions read(String text) {
        try {
            JsonNode options = JSON.readTree(text);
            return WorldOptions.DEFAULT
                    .edition(options.path("edition").asText())
                    .strict(options.path("strict").asBoolean())
                    .speed(options.path("speed").asDouble())
                    .timeToLive(
                            options.path("timeToLive").isTextual()
                                    ? Duration.parse(options.path("timeToLive").textValue())
                                    : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not how a world is served: " + text, e);
        }
    }
}
