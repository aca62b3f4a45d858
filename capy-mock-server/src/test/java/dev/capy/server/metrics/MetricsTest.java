package dev.capy.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void countByTheirLabels() {
        try (Metrics metrics = new Metrics()) {
            Count birds = metrics.count("zoo.birds", "Birds that flew by", "kind", "colour");
            birds.of("parrot", "green").add(2);
            birds.of("parrot", "red").increment();

            assertThat(lines(metrics, "zoo_birds"))
                    .contains(
                            "# HELP zoo_birds_total Birds that flew by",
                            "# TYPE zoo_birds_total counter",
                            "zoo_birds_total{colour=\"green\",kind=\"parrot\"} 2.0",
                            "zoo_birds_total{colour=\"red\",kind=\"parrot\"} 1.0");
        }
    }

    @Test
    void showWhatIsNewSinceTheyWereReadLast() {
        try (Metrics metrics = new Metrics()) {
            Count birds = metrics.count("zoo.birds", "Birds that flew by", "kind");
            birds.of("parrot").increment();
            assertThat(lines(metrics, "zoo_birds")).contains("zoo_birds_total{kind=\"parrot\"} 1.0");

            birds.of("parrot").increment();
            birds.of("duck").increment();
            metrics.gauge("zoo.doors", "Doors", () -> 3);

            assertThat(lines(metrics, "zoo_"))
                    .contains(
                            "zoo_birds_total{kind=\"duck\"} 1.0",
                            "zoo_birds_total{kind=\"parrot\"} 2.0",
                            "zoo_doors 3.0");
        }
    }

    @Test
    void putDurationsIntoBuckets() {
        try (Metrics metrics = new Metrics()) {
            Timing naps = metrics.timing("zoo.naps", "How long they slept", "kind");
            naps.took(Duration.ofMillis(1).toNanos(), "lion");
            naps.took(Duration.ofMillis(2).toNanos(), "lion");
            naps.took(Duration.ofMinutes(1).toNanos(), "lion");

            assertThat(lines(metrics, "zoo_naps"))
                    .contains(
                            "# TYPE zoo_naps_seconds histogram",
                            "zoo_naps_seconds_bucket{kind=\"lion\",le=\"5.0E-4\"} 0",
                            "zoo_naps_seconds_bucket{kind=\"lion\",le=\"0.001\"} 1",
                            "zoo_naps_seconds_bucket{kind=\"lion\",le=\"0.0025\"} 2",
                            "zoo_naps_seconds_bucket{kind=\"lion\",le=\"10.0\"} 2",
                            "zoo_naps_seconds_bucket{kind=\"lion\",le=\"+Inf\"} 3",
                            "zoo_naps_seconds_count{kind=\"lion\"} 3",
                            "zoo_naps_seconds_sum{kind=\"lion\"} 60.003");
        }
    }

    @Test
    void showWhatIsCountedElsewhere() {
        AtomicLong fed = new AtomicLong(7);
        try (Metrics metrics = new Metrics()) {
            metrics.total("zoo.meals", "Meals", fed::get, "kind", "lion");
            assertThat(lines(metrics, "zoo_meals")).contains("zoo_meals_total{kind=\"lion\"} 7.0");

            fed.set(9);

            assertThat(lines(metrics, "zoo_meals")).contains("zoo_meals_total{kind=\"lion\"} 9.0");
        }
    }

    @Test
    void tellOfTheJvm() {
        try (Metrics metrics = new Metrics()) {
            assertThat(metrics.text().orElseThrow())
                    .contains(
                            "jvm_memory_used_bytes{",
                            "jvm_threads_live_threads ",
                            "process_uptime_seconds ",
                            "jvm_info{",
                            "capy_build_info{version=");
        }
    }

    @Test
    void tellHowAStoreDoes() {
        try (Metrics metrics = new Metrics()) {
            StoreMetrics store = metrics.store();
            store.waiting(() -> 12);
            store.groupWritten(5, Duration.ofMillis(3));
            store.groupWritten(7, Duration.ofMillis(30));
            store.groupLost(4);
            store.waitedForRoom(Duration.ofMillis(200));

            assertThat(lines(metrics, "capy_store"))
                    .contains(
                            "capy_store_waiting 12.0",
                            "capy_store_group_writes_seconds_count 2",
                            "capy_store_group_writes_seconds_bucket{le=\"0.005\"} 1",
                            "capy_store_commits_total{outcome=\"kept\"} 12.0",
                            "capy_store_commits_total{outcome=\"lost\"} 4.0",
                            "capy_store_groups_lost_total 1.0",
                            "capy_store_backpressure_seconds_count 1");
        }
    }

    private static List<String> lines(Metrics metrics, String prefix) {
        return metrics.text()
                .orElseThrow()
                .lines()
                .filter(line -> line.contains(prefix))
                .toList();
    }
}
