package dev.capy.server.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request's bytes say: one JSON value in UTF-8, without duplicate names, its numbers kept to the digit. */
public final class JsonText {

    /** How deep arrays and objects may lie in each other. */
    static final int DEEPEST = 100;

    private static final int LONGEST_NUMBER = 1_000;
    private static final char REPLACEMENT = '\uFFFD';

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /** The value; throws {@link Invalid} with this message and what is wrong at {@code $} if the bytes say none. */
    public static JsonNode parse(byte[] bytes, String refusal) {
        String text = decoded(bytes, refusal);
        if (text.isBlank()) {
            throw broken(refusal, "is required, and must be JSON");
        }
        JsonNode value;
        try {
            value = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw broken(refusal, complaint(e) + place(e.getLocation()));
        } catch (NumberFormatException e) {
            throw broken(refusal, "must not hold a number with an exponent as long as this");
        }
        List<Violation> halves = text.contains("\\u") ? Unicode.violations(value) : List.of();
        if (!halves.isEmpty()) {
            throw new Invalid(refusal, halves);
        }
        return value;
    }

    /** What stands for bytes that are not UTF-8 can also have been sent as such. */
    private static String decoded(byte[] bytes, String refusal) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strictlyDecoded(bytes, refusal);
    }

    private static String strictlyDecoded(byte[] bytes, String refusal) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken(refusal, "must be JSON in UTF-8, and holds bytes that are not UTF-8");
        }
    }

    private static Invalid broken(String refusal, String message) {
        return new Invalid(refusal, List.of(new Violation("$", message)));
    }

    private static String complaint(JsonProcessingException e) {
        String reason = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return reason.contains("nesting depth")
                    ? "must not be nested deeper than " + DEEPEST + " levels"
                    : "must not hold a number or a name that is as long as this";
        }
        if (e instanceof MismatchedInputException) {
            return "must be one JSON value, and is followed by another";
        }
        if (reason.startsWith("Duplicate field '")) {
            String name = reason.substring(reason.indexOf('\'') + 1, reason.lastIndexOf('\''));
            return "must not name a field twice, and does so with " + Wording.quoted(name);
        }
        if (reason.contains("surrogate")) {
            return "must be Unicode text, and holds half of a surrogate pair";
        }
        return e instanceof JsonEOFException ? "must be JSON, and ends too early" : "must be JSON, and is not";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
