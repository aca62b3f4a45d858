package dev.capy.server.capx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.capy.core.capx.value.Json;

/** Values that clients may choose freely, kept to the digit. Thread-safe. */
final class FreeJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private FreeJson() {}

    static JsonNode write(Json value) {
        try {
            return MAPPER.readTree(value.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a world keeps JSON alone", e);
        }
    }

    static Json read(JsonNode value) {
        return new Json(value.toString());
    }
}
