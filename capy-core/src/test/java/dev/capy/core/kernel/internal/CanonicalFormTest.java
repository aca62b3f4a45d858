package dev.capy.core.kernel.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.capy.core.kernel.Canonical;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {

    private enum Size {
        SMALL,
        LARGE {
            @Override
            public String toString() {
                return "very large";
            }
        }
    }

    private record Point(int y, long x) {}

    private record Shape(
            String name, @Nullable Size size, Optional<String> colour, List<Point> points, Map<String, Integer> tags) {}

    private record Secret(String hidden, String shown) implements Canonical {
        @Override
        public Object canonicalForm() {
            return List.of(shown);
        }
    }

    @Test
    void writesRecordsByTheirComponentsInOrderOfDeclaration() {
        assertThat(CanonicalForm.text(new Point(1, 2))).isEqualTo("{\"@\":\"Point\",\"y\":1,\"x\":2}");
    }

    @Test
    void writesWhatRecordsHold() {
        Shape shape = new Shape("a", Size.LARGE, Optional.of("red"), List.of(new Point(1, 2)), Map.of("t", 3));

        assertThat(CanonicalForm.text(shape))
                .isEqualTo("{\"@\":\"Shape\",\"name\":\"a\",\"size\":\"LARGE\",\"colour\":\"red\","
                        + "\"points\":[{\"@\":\"Point\",\"y\":1,\"x\":2}],\"tags\":{\"t\":3}}");
    }

    @Test
    void writesWhatIsMissingAsNull() {
        Shape shape = new Shape("a", null, Optional.empty(), List.of(), Map.of());

        assertThat(CanonicalForm.text(shape))
                .isEqualTo("{\"@\":\"Shape\",\"name\":\"a\",\"size\":null,\"colour\":null,\"points\":[],\"tags\":{}}");
        assertThat(CanonicalForm.text(null)).isEqualTo("null");
    }

    @Test
    void writesMapsByTheirKeysInOrder() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put(Size.SMALL, true);
        map.put("a", null);

        assertThat(CanonicalForm.text(map)).isEqualTo("{\"SMALL\":true,\"a\":null,\"b\":1}");
    }

    @Test
    void writesTimesInIsoForm() {
        assertThat(CanonicalForm.text(List.of(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofMinutes(90))))
                .isEqualTo("[\"2026-01-01T00:00:00Z\",\"PT1H30M\"]");
    }

    @Test
    void prefersTheFormAValueGivesItself() {
        assertThat(CanonicalForm.text(new Secret("token", "name"))).isEqualTo("[\"name\"]");
    }

    @Test
    void escapesWhatJsonDoesNotAllow() {
        assertThat(CanonicalForm.text("a\"b\\c\nd\u0000e\u00e9\ud83d\ude00\ud800"))
                .isEqualTo("\"a\\\"b\\\\c\\u000ad\\u0000e\u00e9\\ud83d\\ude00\\ud800\"");
    }

    @Test
    void tellsValuesApartThatLookAlike() {
        List<Object> alike = Arrays.asList(
                null, "null", "", List.of(), List.of(""), List.of(List.of()), Map.of(), Map.of("", ""), 1, "1", true);

        assertThat(alike.stream().map(CanonicalForm::text)).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatHasNoOrderOfItsOwnAndNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalForm.text(Map.of("set", Set.of(1))))
                .withMessageContaining("Set");
    }

    @Test
    void hashesTheTextInUtf8HoweverLongItIs() throws NoSuchAlgorithmException {
        String text = "x\u00e9\ud83d\ude00".repeat(10_000);
        byte[] expected = MessageDigest.getInstance("SHA-256")
                .digest(CanonicalForm.text(List.of(text, text)).getBytes(StandardCharsets.UTF_8));

        assertThat(CanonicalForm.sha256(List.of(text, text)))
                .isEqualTo(HexFormat.of().formatHex(expected));
    }
}
