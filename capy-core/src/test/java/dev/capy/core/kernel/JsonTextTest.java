package dev.capy.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.kernel.error.Invalid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    private final JsonText json = new JsonText();

    @Test
    void readsWhatJsonSays() {
        assertThat(json.parse("{\"a\": [1, true, null, \"x\"]}"))
                .isEqualTo(Map.of("a", Arrays.asList(1, true, null, "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "a: 1", "{} {}"})
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> json.parse(text)).isInstanceOf(Invalid.class).hasMessageStartingWith("not JSON");
    }

    @Test
    void readsAHundredLevels() {
        assertThat(json.parse("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200_000})
    void refusesMore(int levels) {
        assertThatThrownBy(() -> json.parse("[".repeat(levels) + "]".repeat(levels)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("100 levels");
    }

    @Test
    void countsNoBracketsInStrings() {
        assertThat(json.parse("[\"" + "[{\\\"".repeat(200) + "\"]")).isInstanceOf(List.class);
    }
}
