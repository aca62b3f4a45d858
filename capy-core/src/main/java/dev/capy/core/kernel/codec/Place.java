package dev.capy.core.kernel.codec;

import dev.capy.core.kernel.error.Invalid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a document, and what is expected there.
 *
 * @param around what it stands in; null at the root
 * @param step how it is called there: {@code .name} or {@code [3]}
 */
public record Place(@Nullable Place around, String step) {

    /** The document itself. */
    public static final Place ROOT = new Place(null, "$");

    public Place member(String name) {
        return new Place(this, "." + name);
    }

    public Place element(int index) {
        return new Place(this, "[" + index + "]");
    }

    /** The JSON path, for example {@code $.tables.tasks.rows[3].record}. */
    public String path() {
        return around == null ? step : around.path() + step;
    }

    /** What is to be thrown when something is wrong here. */
    public Invalid refusal(String message) {
        return Invalid.at(path(), message);
    }

    /** What stands here, as an object. */
    public Map<?, ?> map(@Nullable Object plain) {
        return expect(plain, Map.class, "an object");
    }

    /** What stands here, as a list. */
    public List<?> list(@Nullable Object plain) {
        return expect(plain, List.class, "a list");
    }

    /** What stands here, as text. */
    public String text(@Nullable Object plain) {
        return expect(plain, String.class, "text");
    }

    /** What stands here, as a truth value. */
    public boolean truth(@Nullable Object plain) {
        return expect(plain, Boolean.class, "true or false");
    }

    /** What stands here, as a whole number: one that others may round is written as text. */
    public long number(@Nullable Object plain) {
        if (plain instanceof Integer || plain instanceof Long) {
            return ((Number) plain).longValue();
        }
        try {
            return Long.parseLong(expect(plain, String.class, "a whole number"));
        } catch (NumberFormatException e) {
            throw refusal("must be a whole number, was '" + plain + "'");
        }
    }

    /** What an object holds under a name. */
    public Object required(Map<?, ?> map, String name) {
        Object value = map.get(name);
        if (value == null) {
            throw member(name).refusal("is missing");
        }
        return value;
    }

    private <T> T expect(@Nullable Object plain, Class<T> type, String wanted) {
        if (!type.isInstance(plain)) {
            throw refusal("must be " + wanted + ", was " + kind(plain));
        }
        return type.cast(plain);
    }

    private static String kind(@Nullable Object plain) {
        if (plain == null) {
            return "null";
        }
        if (plain instanceof Map) {
            return "an object";
        }
        if (plain instanceof List) {
            return "a list";
        }
        return plain instanceof String ? "text" : String.valueOf(plain);
    }
}
