package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SightingsTest {

    private record Row(String id) {}

    private static final Table<Row> FIRST = Table.of("first", Row.class, Row::id);
    private static final Table<Row> SECOND = Table.of("second", Row.class, Row::id);

    private final Sightings sightings = new Sightings();

    @Test
    void tellsTablesApart() {
        sightings.add(FIRST, "a", 1);
        sightings.add(SECOND, "a", 2);

        assertThat(sightings.find(FIRST, "a")).isEqualTo(1);
        assertThat(sightings.find(SECOND, "a")).isEqualTo(2);
        assertThat(sightings.find(SECOND, "b")).isZero();
    }

    @Test
    void keepsTheLastEight() {
        for (int i = 1; i <= 20; i++) {
            sightings.add(FIRST, "row" + i, i);
        }

        for (int i = 1; i <= 20; i++) {
            assertThat(sightings.find(FIRST, "row" + i)).isEqualTo(i > 12 ? i : 0);
        }
    }

    @Test
    void forgetsWhatIsNoMore() {
        sightings.add(FIRST, "a", 1);
        sightings.add(SECOND, "a", 2);

        sightings.remove(FIRST, "a");
        sightings.remove(FIRST, "b");

        assertThat(sightings.find(FIRST, "a")).isZero();
        assertThat(sightings.find(SECOND, "a")).isEqualTo(2);
    }
}
