package dev.capy.core.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LongMapTest {

    private static final int SEEDS = 40;
    private static final int CHANGES = 400;

    @SuppressWarnings("ImmutableEnumChecker")
    private enum Keys {
        DENSE(random -> random.nextInt(150)),
        CLUSTERED(random -> (random.nextInt(4) * 0x1234_5678_9abcL) + random.nextInt(40)),
        SPARSE(random -> random.nextLong() >>> 1),
        HUGE(random -> Long.MAX_VALUE - random.nextInt(150)),
        POWERS_OF_TWO(random -> (1L << random.nextInt(63)) - random.nextInt(2)),
        ANY(random -> random.nextLong() >>> (1 + random.nextInt(63)));

        private final ToLongFunction<Random> draw;

        Keys(ToLongFunction<Random> draw) {
            this.draw = draw;
        }
    }

    private record Version(LongMap<String> map, NavigableMap<Long, String> model) {}

    @ParameterizedTest
    @EnumSource
    void behavesLikeATreeMapAndKeepsOldVersions(Keys keys) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<Version> versions = new ArrayList<>();
            NavigableMap<Long, String> model = new TreeMap<>();
            LongMap<String> map = LongMap.empty();
            for (int i = 0; i < CHANGES; i++) {
                long key = keys.draw.applyAsLong(random);
                map = random.nextInt(5) < 3 ? put(map, model, key, "v" + i) : remove(map, model, key, random);
                assertThat(map.get(key)).isEqualTo(model.get(key));
                assertThat(map.size()).isEqualTo(model.size());
                if (i % 40 == 0) {
                    versions.add(new Version(map, new TreeMap<>(model)));
                }
            }
            for (Version version : versions) {
                assertSame("seed " + seed, version, keys.draw.applyAsLong(random));
            }
        }
    }

    private static LongMap<String> put(LongMap<String> map, Map<Long, String> model, long key, String value) {
        return model.put(key, value) == null ? map.add(key, value) : map.replace(key, value);
    }

    /** Removes a key that is there more often than {@code key}, which is likely not. */
    private static LongMap<String> remove(
            LongMap<String> map, NavigableMap<Long, String> model, long key, Random random) {
        Long known = model.ceilingKey(key);
        long removed = known == null || random.nextInt(4) == 0 ? key : known;
        model.remove(removed);
        return map.remove(removed);
    }

    private static void assertSame(String where, Version version, long from) {
        LongMap<String> map = version.map();
        NavigableMap<Long, String> model = version.model();
        assertThat(visited(map)).as(where).isEqualTo(List.copyOf(model.entrySet()));
        assertThat(listed(map.ascending(0))).as(where).isEqualTo(List.copyOf(model.entrySet()));
        assertThat(listed(map.descending(Long.MAX_VALUE)))
                .as(where)
                .isEqualTo(List.copyOf(model.descendingMap().entrySet()));
        assertThat(listed(map.ascending(from)))
                .as("%s, from %s", where, from)
                .isEqualTo(List.copyOf(model.tailMap(from, true).entrySet()));
        assertThat(listed(map.descending(from)))
                .as("%s, down from %s", where, from)
                .isEqualTo(List.copyOf(model.headMap(from, true).descendingMap().entrySet()));
        model.forEach((key, value) -> assertThat(map.get(key)).as(where).isEqualTo(value));
        if (!model.isEmpty()) {
            assertThat(map.firstKey()).as(where).isEqualTo(model.firstKey());
        }
    }

    private static List<Map.Entry<Long, String>> listed(Iterator<LongMap.Entry<String>> entries) {
        List<Map.Entry<Long, String>> list = new ArrayList<>();
        entries.forEachRemaining(entry -> list.add(Map.entry(entry.key(), entry.value())));
        return list;
    }

    private static List<Map.Entry<Long, String>> visited(LongMap<String> map) {
        List<Map.Entry<Long, String>> list = new ArrayList<>();
        map.forEach((value, key) -> list.add(Map.entry(key, value)));
        return list;
    }

    @Test
    void holdsTheLowestAndTheHighestKeySideBySide() {
        LongMap<String> map = LongMap.<String>empty()
                .add(Long.MAX_VALUE, "high")
                .add(0, "low")
                .add(1L << 62, "half");

        assertThat(listed(map.ascending(0)))
                .containsExactly(Map.entry(0L, "low"), Map.entry(1L << 62, "half"), Map.entry(Long.MAX_VALUE, "high"));
        assertThat(listed(map.ascending(Long.MAX_VALUE))).containsExactly(Map.entry(Long.MAX_VALUE, "high"));
        assertThat(listed(map.descending(0))).containsExactly(Map.entry(0L, "low"));
    }

    @Test
    void walksFromBelowTheLowestKey() {
        LongMap<String> map = LongMap.empty();
        for (int i = 0; i < 2000; i++) {
            map = map.add(i, "v" + i);
        }

        assertThat(listed(map.ascending(-1))).hasSize(2000);
        assertThat(listed(map.descending(-1))).isEmpty();
    }

    @Test
    void isEmptyWhenItsLastKeyIsRemoved() {
        LongMap<String> map = LongMap.<String>empty().add(7, "seven").remove(7);

        assertThat(map.isEmpty()).isTrue();
        assertThat(map.ascending(0)).isExhausted();
        assertThat(map.get(7)).isNull();
        assertThatIllegalStateException().isThrownBy(map::firstKey);
    }

    @Test
    void isItselfWhenNothingIsRemoved() {
        LongMap<String> map = LongMap.<String>empty().add(7, "seven");

        assertThat(map.remove(8)).isSameAs(map);
        assertThat(LongMap.empty().remove(8)).isSameAs(LongMap.empty());
    }

    @Test
    void refusesNegativeKeysAndHasNone() {
        LongMap<String> map = LongMap.<String>empty().add(0, "a").add(Long.MAX_VALUE, "b");

        assertThatIllegalArgumentException().isThrownBy(() -> map.add(-1, "c"));
        assertThat(map.get(-1)).isNull();
        assertThat(map.get(Long.MIN_VALUE)).isNull();
        assertThat(map.remove(-1)).isSameAs(map);
    }

    /** A value that knows its key. */
    private static final class Numbered extends LongMap.Entry<Numbered> {

        private final long key;

        Numbered(long key) {
            this.key = key;
        }

        @Override
        public long key() {
            return key;
        }

        @Override
        public Numbered value() {
            return this;
        }
    }

    @Test
    void keepsAValueThatIsItsOwnEntry() {
        Numbered low = new Numbered(1);
        Numbered near = new Numbered(2);
        Numbered far = new Numbered(1_000);
        Numbered other = new Numbered(2);
        LongMap<Numbered> map = LongMap.<Numbered>empty().add(far).add(low).add(near);

        assertThat(map.ascending(0)).toIterable().containsExactly(low, near, far);
        assertThat(map.replace(other).get(2)).isSameAs(other);
        assertThat(map.remove(2).ascending(0)).toIterable().containsExactly(low, far);
        assertThat(map.get(2)).isSameAs(near);
    }

    @Test
    void endsItsWalkWithAnException() {
        Iterator<LongMap.Entry<String>> walk = LongMap.<String>empty().ascending(0);

        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
    }
}
