package dev.capy.server.metrics;

import java.util.List;

/** How long something took each time, by its labels. Thread-safe. */
public final class Timing extends Labelled<Histogram> {

    Timing(String name, String help, List<String> labels) {
        super(name, help, labels, Histogram::new);
    }

    /** It took so long once; the values of the labels in their order, of which there must not be many. */
    public void took(long nanos, String... values) {
        counted(values).add(nanos);
    }
}
