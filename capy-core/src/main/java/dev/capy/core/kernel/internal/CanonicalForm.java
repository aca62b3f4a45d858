package dev.capy.core.kernel.internal;

import dev.capy.core.kernel.Canonical;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as JSON text whose bytes depend on nothing but the values: records by their components in the order of
 * declaration, tagged with their name; maps by their keys in order; no white space.
 */
public final class CanonicalForm {

    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private final Sink out;

    private CanonicalForm(Sink out) {
        this.out = out;
    }

    /** The canonical text of {@code value}. */
    public static String text(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        new CanonicalForm(text::append).write(value);
        return text.toString();
    }

    /** The SHA-256 of the canonical text of {@code value} in UTF-8, in lower-case hex. */
    public static String sha256(@Nullable Object value) {
        DigestSink sink = new DigestSink();
        new CanonicalForm(sink).write(value);
        return HexFormat.of().formatHex(sink.digest());
    }

    /** Takes text piece by piece. */
    interface Sink {
        void accept(CharSequence text);
    }

    private void write(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number) {
            out.accept(String.valueOf(value));
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null));
        } else if (value instanceof CharSequence || value instanceof Instant || value instanceof Duration) {
            quote(value.toString());
        } else if (value instanceof Enum<?> constant) {
            quote(constant.name());
        } else if (value instanceof Canonical canonical) {
            write(canonical.canonicalForm());
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map);
        } else if (value instanceof List<?> collection) {
            writeAll(collection);
        } else if (value instanceof Record row) {
            writeRecord(row);
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " has no canonical form");
        }
    }

    private void writeMap(Map<?, ?> map) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, element) -> sorted.put(key instanceof Enum<?> e ? e.name() : key.toString(), element));
        out.accept("{");
        String separator = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.accept(separator);
            quote(entry.getKey());
            out.accept(":");
            write(entry.getValue());
            separator = ",";
        }
        out.accept("}");
    }

    private void writeAll(Collection<?> collection) {
        out.accept("[");
        String separator = "";
        for (Object element : collection) {
            out.accept(separator);
            write(element);
            separator = ",";
        }
        out.accept("]");
    }

    private void writeRecord(Record row) {
        out.accept("{\"@\":");
        quote(row.getClass().getSimpleName());
        for (RecordComponent component : COMPONENTS.computeIfAbsent(row.getClass(), CanonicalForm::components)) {
            out.accept(",");
            quote(component.getName());
            out.accept(":");
            write(get(row, component));
        }
        out.accept("}");
    }

    private static RecordComponent[] components(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
        }
        return components;
    }

    private static @Nullable Object get(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private void quote(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        out.accept(quoted.append('"'));
    }
}
