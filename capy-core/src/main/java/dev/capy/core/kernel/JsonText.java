package dev.capy.core.kernel;

import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import dev.capy.core.kernel.error.Invalid;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON. Thread-safe. */
public final class JsonText implements StructuredText {

    /** How deep lists and objects may lie in each other: the parser recurses. */
    static final int DEEPEST = 100;

    @Override
    public @Nullable Object parse(String text) {
        if (depth(text) > DEEPEST) {
            throw new Invalid("must not be nested deeper than " + DEEPEST + " levels");
        }
        try {
            return JsonParser.any().from(text);
        } catch (JsonParserException e) {
            throw new Invalid("not JSON: line " + e.getLinePosition() + ", column " + e.getCharPosition());
        }
    }

    /** The JSON text of what {@link #parse} gives, without white space. */
    public static String write(@Nullable Object value) {
        return JsonWriter.string(value);
    }

    /** How many brackets are open at once, those in strings not counted. */
    private static int depth(String text) {
        int open = 0;
        int deepest = 0;
        boolean inString = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
            } else if (!inString && (c == '[' || c == '{')) {
                deepest = Math.max(deepest, ++open);
            } else if (!inString && (c == ']' || c == '}')) {
                open--;
            }
        }
        return deepest;
    }
}
