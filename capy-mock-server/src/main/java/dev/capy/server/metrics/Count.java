package dev.capy.server.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How often something happened, by its labels. Costs next to nothing to add to. Thread-safe. */
public final class Count extends Labelled<LongAdder> {

    Count(String name, String help, List<String> labels) {
        super(name, help, labels, LongAdder::new);
    }

    /** What counts for these values of the labels, in their order. There must not be many. */
    public LongAdder of(String... values) {
        return counted(values);
    }
}
