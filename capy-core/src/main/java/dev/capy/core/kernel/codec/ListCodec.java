package dev.capy.core.kernel.codec;

import java.util.ArrayList;
import java.util.List;

/** A list as a list. */
final class ListCodec<E> implements Codec<List<E>> {

    private final Codec<E> element;

    ListCodec(Codec<E> element) {
        this.element = element;
    }

    @Override
    public Object encode(List<E> value, Writing writing) {
        List<Object> plain = new ArrayList<>(value.size());
        for (E each : value) {
            plain.add(element.encode(each, writing));
        }
        return plain;
    }

    @Override
    public void write(List<E> value, Writing writing, StringBuilder out) {
        out.append('[');
        for (E each : value) {
            element.write(each, writing, out);
            out.append(',');
        }
        CanonicalJson.close(']', out);
    }

    @Override
    public List<E> decode(Object plain, Reading reading, Place place) {
        List<?> list = place.list(plain);
        List<E> value = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object each = list.get(i);
            Place here = place.element(i);
            if (each == null) {
                throw here.refusal("must not be null");
            }
            value.add(element.decode(each, reading, here));
        }
        return List.copyOf(value);
    }
}
