package dev.capy.core.kernel.codec;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map by text or by constants, in the order of its keys. */
final class MapCodec<K extends Comparable<K>, V> implements Codec<Map<K, V>> {

    private final Codec<K> key;
    private final Codec<V> element;

    /** @param key encodes to text */
    MapCodec(Codec<K> key, Codec<V> element) {
        this.key = key;
        this.element = element;
    }

    @Override
    public Object encode(Map<K, V> value, Writing writing) {
        SortedMap<String, Object> plain = new TreeMap<>();
        value.forEach((name, each) -> plain.put((String) key.encode(name, writing), element.encode(each, writing)));
        return plain;
    }

    @Override
    public SortedMap<K, V> decode(Object plain, Reading reading, Place place) {
        SortedMap<K, V> value = new TreeMap<>();
        place.map(plain).forEach((name, each) -> {
            Place here = place.member(String.valueOf(name));
            if (each == null) {
                throw here.refusal("must not be null");
            }
            value.put(key.decode(String.valueOf(name), reading, here), element.decode(each, reading, here));
        });
        return value.isEmpty() ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(value);
    }
}
