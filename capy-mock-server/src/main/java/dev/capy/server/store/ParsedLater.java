package dev.capy.server.store;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * What texts say, each of which is read when it is asked for: a whole world in plain data takes many times the memory of its
 * texts. Not thread-safe.
 *
 * @param <T> a text and what is known of it
 */
final class ParsedLater<T> extends AbstractList<Object> implements RandomAccess {

    private final List<T> texts = new ArrayList<>();
    private final Function<T, Object> parsed;

    ParsedLater(Function<T, Object> parsed) {
        this.parsed = parsed;
    }

    void append(T text) {
        texts.add(text);
    }

    @Override
    public Object get(int index) {
        return parsed.apply(texts.get(index));
    }

    @Override
    public int size() {
        return texts.size();
    }
}
