package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeededIdsTest {

    private static final int DRAWS = 1_000_000;

    @Test
    void areVersion4UuidsInTheirUsualForm() {
        List<String> ids = draw(42, 1000);

        assertThat(ids)
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(ids).extracting(UUID::fromString).allMatch(id -> id.version() == 4 && id.variant() == 2);
    }

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(draw(42, 100)).isEqualTo(draw(42, 100));
    }

    /** Draws without a kernel, for speed; folds each id to a long, which can only find too many repeats. */
    @Test
    void doNotRepeatInAMillionDraws() {
        Draws draws = new Draws(42, 0, 0);
        long[] folded = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            UUID id = draws.id();
            folded[i] = id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 17);
            draws = draws.afterId();
        }

        Arrays.sort(folded);

        assertThat(Arrays.stream(folded).distinct().count()).isEqualTo(DRAWS);
    }

    @Test
    void areSharedByNoNeighbouringSeeds() {
        Set<String> all = new HashSet<>();
        LongStream seeds = LongStream.concat(
                LongStream.range(-50, 50), LongStream.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1L << 33));

        seeds.forEach(seed -> all.addAll(draw(seed, 200)));

        assertThat(all).hasSize(104 * 200);
    }

    @Test
    void doNotDependOnOtherRandomness() {
        Kernel kernel = Notebook.kernel();
        kernel.write(tx -> Stream.generate(tx::random).limit(10).toList());

        assertThat(kernel.<String>write(Tx::newId)).isEqualTo(draw(42, 1).get(0));
    }

    private static List<String> draw(long seed, int count) {
        Kernel kernel = new Kernel(Notebook.registry(), Store.inMemory(), Notebook.START, seed);
        return kernel.write(tx -> Stream.generate(tx::newId).limit(count).toList());
    }
}
