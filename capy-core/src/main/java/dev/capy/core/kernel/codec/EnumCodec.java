package dev.capy.core.kernel.codec;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A constant as its name. */
final class EnumCodec<E> implements Codec<E> {

    private final Map<String, E> byName;

    EnumCodec(Class<E> type) {
        byName = Arrays.stream(type.getEnumConstants()).collect(Collectors.toMap(EnumCodec::name, Function.identity()));
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name();
    }

    @Override
    public Object encode(E value, Writing writing) {
        return name(value);
    }

    @Override
    public E decode(Object plain, Reading reading, Place place) {
        E value = byName.get(place.text(plain));
        if (value == null) {
            throw place.refusal("must be one of "
                    + byName.keySet().stream().sorted().collect(Collectors.joining(", ")) + ", was '" + plain + "'");
        }
        return value;
    }
}
