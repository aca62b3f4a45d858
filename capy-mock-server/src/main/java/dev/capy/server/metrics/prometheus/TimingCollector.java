package dev.capy.server.metrics.prometheus;

import dev.capy.server.metrics.Histogram;
import dev.capy.server.metrics.Timing;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.List;

/** Shows a timing as a histogram of seconds. */
record TimingCollector(Timing timing) implements Collector {

    private static final String UNIT = "_seconds";

    @Override
    public HistogramSnapshot collect() {
        HistogramSnapshot.Builder all =
                HistogramSnapshot.builder().name(getPrometheusName()).help(timing.help());
        timing.forEach((values, histogram) -> all.dataPoint(point(values, histogram)));
        return all.build();
    }

    private HistogramDataPointSnapshot point(List<String> values, Histogram histogram) {
        return HistogramDataPointSnapshot.builder()
                .labels(Labels.of(timing.labels(), values))
                .classicHistogramBuckets(ClassicHistogramBuckets.of(Histogram.bounds(), histogram.counts()))
                .sum(histogram.sum())
                .build();
    }

    @Override
    public String getPrometheusName() {
        return timing.name().replace('.', '_') + UNIT;
    }
}
