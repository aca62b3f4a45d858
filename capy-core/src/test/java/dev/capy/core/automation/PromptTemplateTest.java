package dev.capy.core.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTemplateTest {

    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00.5Z");

    private static Map<String, Object> payload() {
        Map<String, Object> build = new LinkedHashMap<>();
        build.put("number", 17);
        build.put("green", false);
        build.put("tags", new ArrayList<>(List.of("a", "b")));
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("name", "main {{payload.build.number}}");
        payload.put("build", build);
        payload.put("gone", null);
        return payload;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {{payload.name}}              | main {{payload.build.number}}
                    {{payload.build.number}}      | 17
                    {{ payload.build.green }}     | false
                    {{payload.build.tags}}        | ["a","b"]
                    {{payload.build.tags.1}}      | b
                    <{{payload.build.tags.2}}>    | <>
                    <{{payload.build.tags.x}}>    | <>
                    <{{payload.gone}}>            | <>
                    <{{payload.none.deeper}}>     | <>
                    <{{payload.name.deeper}}>     | <>
                    {{payload.build}}             | {"number":17,"green":false,"tags":["a","b"]}
                    {{trigger.timestamp}}         | 2026-05-01T12:00:00.500Z
                    {{Payload}} {{payload.}} {{x}}| {{Payload}} {{payload.}} {{x}}
                    {payload} {{{payload.gone}}}  | {payload} {}
                    """)
    void fillsVariables(String prompt, String expected) {
        assertThat(PromptTemplate.fill(prompt, payload(), TIME)).isEqualTo(expected);
    }

    @Test
    void quotesAWholePayload() {
        assertThat(PromptTemplate.fill("{{payload}}", Map.of("a", List.of(1, "x")), TIME))
                .isEqualTo("{\"a\":[1,\"x\"]}");
    }

    @Test
    void staysWithinWhatAPromptCanBe() {
        String filled = PromptTemplate.fill("{{payload}}".repeat(9_000), "x".repeat(1 << 20), TIME);

        assertThat(filled).hasSize(PromptTemplate.LONGEST);
    }

    @Test
    @Timeout(10)
    void isFastOnBracesThatLeadNowhere() {
        assertThat(PromptTemplate.fill("{{payload" + ".a".repeat(45_000), "x", TIME))
                .startsWith("{{payload.a");
    }
}
