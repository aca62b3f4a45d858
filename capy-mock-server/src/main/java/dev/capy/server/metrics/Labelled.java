package dev.capy.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Something that counts apart for each choice of values of its labels. Thread-safe.
 *
 * @param <T> what counts for one choice
 */
public abstract sealed class Labelled<T> permits Count, Timing {

    private final String name;
    private final String help;
    private final List<String> labels;
    private final Supplier<T> beginning;
    private final Map<List<String>, T> byValues = new ConcurrentHashMap<>();

    /** @param beginning makes what counts for one choice, with nothing counted yet */
    Labelled(String name, String help, List<String> labels, Supplier<T> beginning) {
        this.name = name;
        this.help = help;
        this.labels = labels;
        this.beginning = beginning;
    }

    public final String name() {
        return name;
    }

    public final String help() {
        return help;
    }

    /** What its labels are called. */
    public final List<String> labels() {
        return labels;
    }

    /** What counts for these values of the labels, in their order. There must not be many. */
    final T counted(String... values) {
        return byValues.computeIfAbsent(List.of(values), known -> beginning.get());
    }

    /** Tells all that is counted by the values of the labels. */
    public final void forEach(BiConsumer<List<String>, T> look) {
        byValues.forEach(look);
    }
}
