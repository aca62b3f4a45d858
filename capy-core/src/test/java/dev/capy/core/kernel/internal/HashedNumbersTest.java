package dev.capy.core.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HashedNumbersTest {

    private static final int SEEDS = 10;
    private static final int CHANGES = 3000;

    /** A key whose hash is told. */
    private record Key(int number, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private enum Hashes {
        SPREAD(number -> Integer.hashCode(number * 0x9E3779B9)),
        NEIGHBOURS(number -> number),
        FEW(number -> number % 7),
        ONE(number -> 42);

        private final IntFunction<Integer> of;

        Hashes(IntFunction<Integer> of) {
            this.of = of;
        }

        private Key key(int number) {
            return new Key(number, of.apply(number));
        }
    }

    private static boolean belongs(Object key, long number) {
        return key instanceof Key known ? known.number() == number : (int) key == number;
    }

    private record Version(HashedNumbers numbers, Map<Integer, Key> model) {}

    @ParameterizedTest
    @EnumSource
    void findsEveryNumberByItsKeyAndKeepsOldVersions(Hashes hashes) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Version> versions = new ArrayList<>();
            Map<Integer, Key> model = new TreeMap<>();
            HashedNumbers numbers = HashedNumbers.EMPTY;
            for (int i = 0; i < CHANGES; i++) {
                Key key = hashes.key(1 + random.nextInt(CHANGES / 4));
                boolean grows = random.nextInt(CHANGES) > i;
                if (grows && model.putIfAbsent(key.number(), key) == null) {
                    numbers = numbers.with(key, key.number(), HashedNumbersTest::belongs);
                } else if (!grows && model.remove(key.number()) != null) {
                    numbers = numbers.without(key, key.number());
                }
                if (i % 300 == 0) {
                    versions.add(new Version(numbers, new TreeMap<>(model)));
                }
            }
            versions.forEach(version -> assertSame(version, hashes));
        }
    }

    private static void assertSame(Version version, Hashes hashes) {
        for (int number = 1; number <= CHANGES / 4; number++) {
            long expected = version.model().containsKey(number) ? number : 0;
            assertThat(version.numbers().find(hashes.key(number), HashedNumbersTest::belongs))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysAsItIsWhenAnotherNumberHasTheKey(Hashes hashes) {
        HashedNumbers numbers = HashedNumbers.EMPTY;
        for (int i = 1; i <= 500; i++) {
            numbers = numbers.with(hashes.key(i), i, HashedNumbersTest::belongs);
        }
        for (int i = 1; i <= 500; i++) {
            int taken = i;
            HashedNumbers.Keys keys = (key, number) -> number == taken;
            assertThat(numbers.with(hashes.key(i), 1000, keys)).isSameAs(numbers);
        }
    }

    @Test
    void hasNothingLeftWhenAllIsTakenOut() {
        HashedNumbers numbers = HashedNumbers.EMPTY;
        for (int i = 1; i <= 500; i++) {
            numbers = numbers.with(i, i, HashedNumbersTest::belongs);
        }
        for (int i = 1; i <= 500; i++) {
            numbers = numbers.without(i, i);
        }

        assertThat(numbers).usingRecursiveComparison().isEqualTo(HashedNumbers.EMPTY);
    }

    @Test
    void takesNumbersUpToThirtyNineBits() {
        long highest = (1L << 39) - 1;

        HashedNumbers.Keys all = (key, number) -> true;
        assertThat(HashedNumbers.EMPTY.with("a", highest, all).find("a", all)).isEqualTo(highest);
        assertThatIllegalArgumentException().isThrownBy(() -> HashedNumbers.EMPTY.with("a", highest + 1, all));
        assertThatIllegalArgumentException().isThrownBy(() -> HashedNumbers.EMPTY.with("a", 0, all));
    }
}
