package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededRandomnessTest {

    private final Kernel kernel = Notebook.kernel();

    @Test
    void drawsFractionsThatAreSpreadEvenly() {
        List<Double> fractions =
                kernel.write(tx -> Stream.generate(tx::random).limit(10_000).toList());

        assertThat(fractions).allMatch(fraction -> 0 <= fraction && fraction < 1);
        Map<Integer, Long> tenths = fractions.stream()
                .collect(Collectors.groupingBy(fraction -> (int) (fraction * 10), Collectors.counting()));
        assertThat(tenths).hasSize(10);
        assertThat(tenths.values()).allMatch(count -> count > 850 && count < 1150);
    }

    @Test
    void drawsTheSameForTheSameSeedAndAnotherForAnother() {
        Kernel other = new Kernel(Notebook.registry(), Store.inMemory(), Notebook.START, 43);
        double mine = kernel.write(Tx::random);

        assertThat(mine).isEqualTo(Notebook.kernel().write(Tx::random));
        assertThat(mine).isNotEqualTo(other.write(Tx::random));
    }

    @Test
    void doesNotDependOnIdsDrawn() {
        kernel.write(tx -> Stream.generate(tx::newId).limit(10).toList());

        assertThat(kernel.<Double>write(Tx::random)).isEqualTo(Notebook.kernel().<Double>write(Tx::random));
    }

    @Test
    void shakesWorkByATwentyPercentInWholeMilliseconds() {
        List<Duration> shaken = kernel.write(tx -> Stream.generate(() -> tx.jitter(Duration.ofSeconds(10)))
                .limit(1000)
                .toList());

        assertThat(shaken)
                .allMatch(time -> time.compareTo(Duration.ofSeconds(8)) >= 0
                        && time.compareTo(Duration.ofSeconds(12)) <= 0
                        && time.toNanosPart() % 1_000_000 == 0);
        assertThat(shaken.stream().distinct().count()).isGreaterThan(800);
    }

    @Test
    void drawsNothingToShakeNoTimeAtAll() {
        String before = kernel.digest();

        assertThat(kernel.<Duration>write(tx -> tx.jitter(Duration.ZERO))).isZero();

        assertThat(kernel.digest()).isEqualTo(before);
    }
}
