package dev.capy.core.kernel;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import dev.capy.core.kernel.error.Invalid;
import org.jspecify.annotations.Nullable;

/** Reads JSON. Thread-safe. */
public final class JsonText implements StructuredText {

    @Override
    public @Nullable Object parse(String text) {
        try {
            return JsonParser.any().from(text);
        } catch (JsonParserException e) {
            throw new Invalid("not JSON: line " + e.getLinePosition() + ", column " + e.getCharPosition());
        }
    }
}
