package dev.capy.server.http;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/**
 * The values of headers by name, whatever its case, in the order of the names. Made of what the connection knows already,
 * since a journal keeps thousands. Immutable and thread-safe.
 */
final class Headers extends AbstractMap<String, List<String>> {

    private final HttpFields fields;

    Headers(HttpFields fields) {
        this.fields = fields.asImmutable();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && fields.contains(text);
    }

    @Override
    public @Nullable List<String> get(@Nullable Object name) {
        return name instanceof String text && fields.contains(text) ? values(text) : null;
    }

    private List<String> values(String name) {
        return Collections.unmodifiableList(fields.getValuesList(name));
    }

    @Override
    public Set<Map.Entry<String, List<String>>> entrySet() {
        Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> all.computeIfAbsent(field.getName(), this::values));
        return Collections.unmodifiableMap(all).entrySet();
    }
}
