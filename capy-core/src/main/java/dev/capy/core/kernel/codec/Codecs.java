package dev.capy.core.kernel.codec;

import dev.capy.core.kernel.Event;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of all that a world keeps: the records of its tables, the timers and events of its timeline, and what these
 * are made of. Nothing else can be written or read. Thread-safe.
 */
public final class Codecs {

    private final Map<Type, Codec<?>> known = new HashMap<>(Scalars.ALL);
    private final Registry registry;

    /**
     * @param registry says which tables, timers and events there are
     * @param own the codecs of classes that are more than their components
     * @throws IllegalStateException when something that the registry names is made of what has no codec
     */
    public Codecs(Registry registry, Map<Class<?>, Codec<?>> own) {
        this.registry = registry;
        known.putAll(own);
        registry.tables().forEach(table -> codec(table.type()));
        codec(Timer.class);
        codec(Event.class);
    }

    /** The codec of a type. */
    @SuppressWarnings("unchecked")
    public synchronized <T> Codec<T> of(Class<T> type) {
        return (Codec<T>) codec(type);
    }

    /** The codec of a type; found again while it is still being made, where a type contains itself. */
    @SuppressWarnings("unchecked")
    Codec<Object> codec(Type type) {
        Codec<?> present = known.get(type);
        if (present == null) {
            Deferred<Object> deferred = new Deferred<>();
            known.put(type, deferred);
            present = deferred.become((Codec<Object>) make(type));
            known.put(type, present);
        }
        return (Codec<Object>) present;
    }

    private Codec<?> make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return make((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type == Timer.class) {
            return union(registry.timers());
        }
        if (type == Event.class) {
            return union(registry.events());
        }
        if (type instanceof Class<?> plain) {
            return make(plain);
        }
        throw unknown(type);
    }

    private Codec<?> make(Class<?> type) {
        if (type.isRecord() && type.getTypeParameters().length == 0) {
            return new RecordCodec<>(type, this);
        }
        if (type.isEnum()) {
            return new EnumCodec<>(type);
        }
        if (type.isSealed()) {
            UnionCodec<Object> union = new UnionCodec<>();
            addPermitted(type, union);
            return union;
        }
        throw unknown(type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Codec<?> make(Class<?> raw, Type[] arguments) {
        if (raw == List.class) {
            return new ListCodec<>(codec(arguments[0]));
        }
        boolean byText = arguments[0] == String.class || arguments[0] instanceof Class<?> key && key.isEnum();
        if ((raw == SortedMap.class || raw == Map.class) && byText) {
            return new MapCodec(codec(arguments[0]), codec(arguments[1]));
        }
        throw unknown(raw);
    }

    private UnionCodec<Object> union(Collection<? extends Class<?>> types) {
        UnionCodec<Object> union = new UnionCodec<>();
        types.forEach(type -> union.add(type, codec(type)));
        return union;
    }

    private void addPermitted(Class<?> type, UnionCodec<Object> union) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed() && !known.containsKey(permitted)) {
                addPermitted(permitted, union);
            } else {
                union.add(permitted, codec(permitted));
            }
        }
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException("nothing says how to write a " + type.getTypeName());
    }

    /** Stands for a codec that is being made. */
    private static final class Deferred<T> implements Codec<T> {

        private @Nullable Codec<T> made;

        Codec<T> become(Codec<T> codec) {
            made = codec;
            return codec;
        }

        private Codec<T> made() {
            if (made == null) {
                throw new IllegalStateException("a codec was used before it was made");
            }
            return made;
        }

        @Override
        public Object encode(T value, Writing writing) {
            return made().encode(value, writing);
        }

        @Override
        public void write(T value, Writing writing, StringBuilder out) {
            made().write(value, writing, out);
        }

        @Override
        public T decode(Object plain, Reading reading, Place place) {
            return made().decode(plain, reading, place);
        }
    }
}
