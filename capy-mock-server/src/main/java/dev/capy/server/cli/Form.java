package dev.capy.server.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How the value of a setting is written.
 *
 * @param type of the value
 * @param reader makes the value of the texts that were given, in their order; throws some {@link RuntimeException} when
 *     they are none
 * @param explained whether the message of that exception is for whoever wrote the text
 */
record Form<T>(Class<?> type, Function<List<String>, T> reader, boolean explained) {

    /** Takes no value: to name it is to ask for it. */
    static final Form<Boolean> FLAG = one(Boolean.class, text -> true);

    static final Form<Integer> INTEGER = one(int.class, Integer::valueOf);

    static final Form<Long> LONG = one(long.class, Long::valueOf);

    static final Form<Double> REAL = one(Double.class, Double::valueOf);

    static final Form<String> TEXT = one(String.class, text -> text);

    static final Form<Path> FILE = one(Path.class, Path::of);

    static final Form<URI> ADDRESS = one(URI.class, URI::create);

    static final Form<Duration> DURATION = one(Duration.class, Duration::parse);

    /** May be given any number of times. */
    static final Form<List<String>> TEXTS = new Form<>(List.class, List::copyOf, false);

    private static <T> Form<T> one(Class<T> type, Function<String, T> reader) {
        return new Form<>(type, texts -> reader.apply(texts.get(0)), false);
    }

    /** The name of a constant, in upper or lower case. */
    static <E extends Enum<E>> Form<E> constant(Class<E> type) {
        return one(type, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** @param reader throws an {@link IllegalArgumentException} that says what the text must be */
    static <T> Form<T> explained(Class<T> type, Function<String, T> reader) {
        return new Form<>(type, texts -> reader.apply(texts.get(0)), true);
    }

    boolean isFlag() {
        return type == Boolean.class;
    }

    boolean isRepeatable() {
        return type == List.class;
    }
}
