package dev.capy.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** How often something happened, by its labels. Costs next to nothing to add to. Thread-safe. */
public final class Count {

    private final String name;
    private final String help;
    private final List<String> labels;
    private final Map<List<String>, LongAdder> byValues = new ConcurrentHashMap<>();

    Count(String name, String help, List<String> labels) {
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

    /** What counts for these values of the labels, in their order. There must not be many. */
    public LongAdder of(String... values) {
        return byValues.computeIfAbsent(List.of(values), known -> new LongAdder());
    }

    /** Tells all counts by the values of their labels. */
    public void forEach(BiConsumer<List<String>, LongAdder> look) {
        byValues.forEach(look);
    }
}
