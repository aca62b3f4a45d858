package dev.capy.core.kernel.codec;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A value of one of several classes: what its own codec makes of it, and the name of its class. */
final class UnionCodec<T> implements Codec<T> {

    private static final String TAG = "@";

    private final SortedMap<String, Codec<Object>> byName = new TreeMap<>();

    /** Adds a class; its codec makes objects. */
    void add(Class<?> type, Codec<Object> codec) {
        if (byName.putIfAbsent(type.getSimpleName(), codec) != null) {
            throw new IllegalStateException("two of a kind are called " + type.getSimpleName());
        }
    }

    @Override
    public Object encode(T value, Writing writing) {
        String name = value.getClass().getSimpleName();
        SortedMap<String, Object> plain = new TreeMap<>();
        ((Map<?, ?>) codec(name).encode(value, writing)).forEach((key, element) -> plain.put((String) key, element));
        plain.put(TAG, name);
        return plain;
    }

    /** The tag comes before all names that Java knows. */
    @Override
    public void write(T value, Writing writing, StringBuilder out) {
        String name = value.getClass().getSimpleName();
        int begin = out.length() + 1;
        codec(name).write(value, writing, out);
        out.insert(begin, "\"" + TAG + "\":\"" + name + (out.charAt(begin) == '}' ? "\"" : "\","));
    }

    private Codec<Object> codec(String name) {
        Codec<Object> codec = byName.get(name);
        if (codec == null) {
            throw new IllegalStateException("nothing says how to write a " + name);
        }
        return codec;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T decode(Object plain, Reading reading, Place place) {
        SortedMap<Object, Object> rest = new TreeMap<>(place.map(plain));
        Object tag = rest.remove(TAG);
        Codec<Object> codec = tag instanceof String ? byName.get(tag) : null;
        if (codec == null) {
            throw place.member(TAG)
                    .refusal("must be one of " + String.join(", ", byName.keySet()) + ", was '" + tag + "'");
        }
        return (T) codec.decode(rest, reading, place);
    }
}
