package dev.capy.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.dump.WorldDump;
import dev.capy.core.kernel.Store;
import dev.capy.core.kernel.codec.StateKey;
import dev.capy.core.script.Script;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A world that was dumped at a random moment goes on as the one it was dumped from, whatever happens to both. */
class RestoredSimulationTest {

    private static final int SEEDS = Integer.getInteger("capy.restored.seeds", 8);
    private static final int MOST_BEFORE = 120;
    private static final int AFTER = 80;
    private static final int SOME = 10;
    private static final StateKey KEY = StateKey.of("open sesame");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRestoredWorldGoesOnExactlyWhereTheDumpStood(int seed) {
        staysTheSame(seed, world -> {
            WorldDump dump = WorldDump.parse(world.dump(KEY).json());
            CapyWorld restored = CapyWorld.builder().restore(dump, KEY).build();
            assertThat(restored.dump(KEY).json()).isEqualTo(dump.json());
            return restored;
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aForkGoesOnExactlyWhereItsWorldStood(int seed) {
        staysTheSame(seed, CapyWorld::fork);
    }

    private static void staysTheSame(int seed, Function<CapyWorld, CapyWorld> copy) {
        Random random = new Random(seed);
        Script[] scripts = seed % 2 == 0 ? new RandomScripts(random).some() : new Script[0];
        CapyWorld world = SimulatedWorld.create(seed, Store.inMemory(), scripts);
        happen(world, random.nextLong(), random.nextInt(MOST_BEFORE));

        CapyWorld other = copy.apply(world);

        assertThat(other.digest()).isEqualTo(world.digest());
        Operations operations = new Operations(world, new Random(seed));
        Operations others = new Operations(other, new Random(seed));
        for (int i = 0; i < AFTER; i++) {
            Operation operation = operations.next();
            operation.work().run();
            others.next().work().run();
            if (i % SOME == 0) {
                assertThat(other.dump()).as("after %s", operation).isEqualTo(world.dump());
            }
        }
        operations.ending().forEach(operation -> operation.work().run());
        others.ending().forEach(operation -> operation.work().run());
        assertThat(other.dump(KEY).json()).isEqualTo(world.dump(KEY).json());
    }

    private static void happen(CapyWorld world, long seed, int times) {
        Operations operations = new Operations(world, new Random(seed));
        for (int i = 0; i < times; i++) {
            operations.next().work().run();
        }
    }
}
