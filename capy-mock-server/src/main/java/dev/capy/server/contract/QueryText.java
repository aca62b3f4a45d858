package dev.capy.server.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of a url: names and values, percent-encoded, where {@code +} means a blank. */
public final class QueryText {

    private QueryText() {}

    /**
     * The decoded values by name, in the order given. Never throws: an escape that is none stays as it is.
     *
     * @param raw what stands behind the question mark; null for nothing
     */
    public static Map<String, List<String>> decode(@Nullable String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                values.computeIfAbsent(name, ignored -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    private static String decoded(String text) {
        return PercentEncoding.decode(text.replace('+', ' '));
    }
}
