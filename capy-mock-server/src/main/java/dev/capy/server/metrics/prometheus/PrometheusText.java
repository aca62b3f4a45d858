package dev.capy.server.metrics.prometheus;

import dev.capy.server.metrics.Count;
import dev.capy.server.metrics.Gauge;
import dev.capy.server.metrics.Timing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Writes metrics as Prometheus reads them, those of the JVM among them. One thread at a time. */
public final class PrometheusText implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Set<Object> known = new HashSet<>();

    /** Begins with the metrics of the JVM. */
    public PrometheusText() {
        Stream.<MeterBinder>of(
                        new JvmInfoMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics(),
                        garbageCollection)
                .forEach(binder -> binder.bindTo(registry));
        io.micrometer.core.instrument.Gauge.builder("capy.build.info", () -> 1)
                .description("Which version this is")
                .tag("version", version())
                .register(registry);
    }

    private static String version() {
        return Objects.requireNonNullElse(PrometheusText.class.getPackage().getImplementationVersion(), "development");
    }

    /** All of them as they are now. */
    public String write(List<Count> counts, List<Timing> timings, List<Gauge> gauges) {
        counts.forEach(this::take);
        timings.stream().filter(known::add).forEach(this::take);
        gauges.stream().filter(known::add).forEach(this::take);
        return registry.scrape();
    }

    private void take(Count count) {
        count.forEach((values, sum) -> {
            if (known.add(sum)) {
                take(count, values, sum);
            }
        });
    }

    private void take(Count count, List<String> values, LongAdder sum) {
        FunctionCounter.builder(count.name(), sum, LongAdder::sum)
                .description(count.help())
                .tags(tags(count.labels(), values))
                .register(registry);
    }

    private void take(Timing timing) {
        registry.getPrometheusRegistry().register(new TimingCollector(timing));
    }

    private void take(Gauge gauge) {
        if (gauge.rises()) {
            FunctionCounter.builder(gauge.name(), gauge, shown -> shown.value().getAsLong())
                    .description(gauge.help())
                    .tags(gauge.labels())
                    .register(registry);
        } else {
            io.micrometer.core.instrument.Gauge.builder(
                            gauge.name(), () -> gauge.value().getAsLong())
                    .description(gauge.help())
                    .tags(gauge.labels())
                    .register(registry);
        }
    }

    private static Tags tags(List<String> labels, List<String> values) {
        List<Tag> tags = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            tags.add(Tag.of(labels.get(i), values.get(i)));
        }
        return Tags.of(tags);
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
