package dev.capy.server.capx;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.error.Invalid;
import org.jspecify.annotations.Nullable;

/** Reads YAML, of which JSON is a part. Thread-safe. */
final class PlaybookYaml implements StructuredText {

    @Override
    public @Nullable Object parse(String text) {
        try {
            return Reader.MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new Invalid("must be YAML, and is not" + place(e.getLocation()));
        }
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Loaded with the first text: few worlds ever read one. */
    private static final class Reader {
        private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }
}
