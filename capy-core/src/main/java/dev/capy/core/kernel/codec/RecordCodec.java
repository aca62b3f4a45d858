package dev.capy.core.kernel.codec;

import dev.capy.core.kernel.error.Invalid;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record as its components by name, those that are null left out. */
final class RecordCodec<R> implements Codec<R> {

    /**
     * One component of a record.
     *
     * @param key its name as it stands in JSON
     */
    private record Part(String name, String key, boolean nullable, MethodHandle accessor, Codec<Object> codec) {}

    private final Class<R> type;
    private final MethodHandle constructor;
    private final Part[] parts;
    private final Part[] inOrder;
    private final Set<String> names;

    RecordCodec(Class<R> type, Codecs codecs) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        this.parts = new Part[components.length];
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                parts[i] = part(components[i], lookup, codecs);
            }
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot look into " + type, e);
        }
        inOrder = parts.clone();
        Arrays.sort(inOrder, Comparator.comparing(Part::name));
        names = Arrays.stream(parts).map(Part::name).collect(Collectors.toSet());
    }

    private static Part part(RecordComponent component, MethodHandles.Lookup lookup, Codecs codecs)
            throws IllegalAccessException {
        MethodHandle accessor =
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String name = component.getName();
        return new Part(
                name, CanonicalJson.text(name) + ":", nullable, accessor, codecs.codec(component.getGenericType()));
    }

    @Override
    public Object encode(R value, Writing writing) {
        SortedMap<String, Object> plain = new TreeMap<>();
        for (Part part : parts) {
            Object component = get(value, part);
            if (component != null) {
                plain.put(part.name(), part.codec().encode(component, writing));
            }
        }
        return plain;
    }

    @Override
    public void write(R value, Writing writing, StringBuilder out) {
        out.append('{');
        for (Part part : inOrder) {
            Object component = get(value, part);
            if (component != null) {
                out.append(part.key());
                part.codec().write(component, writing, out);
                out.append(',');
            }
        }
        CanonicalJson.close('}', out);
    }

    private @Nullable Object get(R value, Part part) {
        try {
            return (Object) part.accessor().invokeExact((Object) value);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + part.name() + " of " + type, e);
        }
    }

    @Override
    public R decode(Object plain, Reading reading, Place place) {
        Map<?, ?> map = place.map(plain);
        for (Object name : map.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                throw place.member(String.valueOf(name))
                        .refusal(type.getSimpleName() + " has no such component; it has "
                                + names.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        @Nullable Object[] components = new @Nullable Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            components[i] = decode(parts[i], map.get(parts[i].name()), reading, place.member(parts[i].name()));
        }
        return construct(components, place);
    }

    private static @Nullable Object decode(Part part, @Nullable Object plain, Reading reading, Place place) {
        if (plain != null) {
            return part.codec().decode(plain, reading, place);
        }
        if (part.nullable()) {
            return null;
        }
        throw place.refusal("is missing");
    }

    private R construct(@Nullable Object[] components, Place place) {
        try {
            return type.cast((Object) constructor.invokeExact(components));
        } catch (Invalid e) {
            throw place.refusal(e.getMessage());
        } catch (RuntimeException e) {
            throw place.refusal("cannot be a " + type.getSimpleName() + ": " + e.getMessage());
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
