package dev.capy.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** How long something took each time, by its labels. Thread-safe. */
public final class Timing {

    private final String name;
    private final String help;
    private final List<String> labels;
    private final Map<List<String>, Histogram> byValues = new ConcurrentHashMap<>();

    Timing(String name, String help, List<String> labels) {
        this.name = name;
        this.help = help;
        this.labels = labels;
    }

    public String name() {
        return name;
    }

    public String help() {
        return help;
    }

    /** What its labels are called. */
    public List<String> labels() {
        return labels;
    }

    /** It took so long once; the values of the labels in their order, of which there must not be many. */
    public void took(long nanos, String... values) {
        byValues.computeIfAbsent(List.of(values), known -> new Histogram()).add(nanos);
    }

    /** Tells all durations by the values of their labels. */
    public void forEach(BiConsumer<List<String>, Histogram> look) {
        byValues.forEach(look);
    }
}
