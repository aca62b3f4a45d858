package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.operation;
import static dev.capy.server.contract.Bodies.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.capy.core.kernel.error.Invalid;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final Operation LIST = operation("listThreads");
    private static final Operation TYPED =
            Bodies.edition("""
            paths:
              /things/{n}:
                get:
                  operationId: things
                  parameters:
                    - {name: n, in: path, required: true, schema: {type: integer, minimum: 1}}
                    - {name: size, in: query, schema: {type: integer, default: 7}}
                    - {name: ratio, in: query, schema: {type: number, exclusiveMinimum: 0}}
                    - {name: deep, in: query, schema: {type: boolean}}
                    - {name: sort, in: query, schema: {type: string, enum: [up, down], default: up}}
            """).operation("things").orElseThrow();

    @Test
    void givesTypedValues() {
        Query query = TYPED.readQuery(Map.of(
                "size", List.of("-3"), "ratio", List.of("2.5e1"), "deep", List.of("true"), "sort", List.of("down")));

        assertThat(query.integer("size")).isEqualTo(-3);
        assertThat(query.number("ratio")).hasValue(25);
        assertThat(query.flag("deep")).contains(true);
        assertThat(query.text("sort")).contains("down");
    }

    @Test
    void givesDefaultsForWhatIsNotThere() {
        Query query = TYPED.readQuery(Map.of());

        assertThat(query.integer("size")).isEqualTo(7);
        assertThat(query.requiredText("sort")).isEqualTo("up");
        assertThat(query.number("ratio")).isEmpty();
        assertThat(query.flag("deep")).isEmpty();
        assertThat(LIST.readQuery(Map.of("projectId", List.of("p"))).integer("limit"))
                .isEqualTo(20);
        assertThat(operation("listThreadMessages").readQuery(Map.of()).integer("limit"))
                .isEqualTo(50);
    }

    @Test
    void namesEveryViolation() {
        assertThat(refusals(() -> LIST.readQuery(Map.of(
                        "limit", List.of("abc"),
                        "prState", List.of("shut"),
                        "authorEmail", List.of("ann"),
                        "tag", List.of("")))))
                .containsExactly(
                        "$.authorEmail: must be an e-mail address, was 'ann'",
                        "$.limit: must be an integer from 1 to 100, was 'abc'",
                        "$.prState: must be one of open, merged, closed, none, was 'shut'",
                        "$.projectId: is required",
                        "$.tag: must be at least 1 character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "+1", "1.0", "1e1", "0x1", "٣", "0", "101", "-1", "99999999999999999999", "\0"})
    void readsIntegersStrictly(String text) {
        assertThat(refusals(() -> LIST.readQuery(Map.of("projectId", List.of("p"), "limit", List.of(text)))))
                .singleElement()
                .asString()
                .startsWith("$.limit: must be an integer from 1 to 100, was ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "True", "1", "yes", "null"})
    void readsBooleansStrictly(String text) {
        assertThat(refusals(() -> TYPED.readQuery(Map.of("deep", List.of(text)))))
                .singleElement()
                .asString()
                .startsWith("$.deep: must be true or false, was ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1e", ".5", "NaN", "Infinity", "1e9999", "0"})
    void readsNumbersStrictly(String text) {
        assertThat(refusals(() -> TYPED.readQuery(Map.of("ratio", List.of(text)))))
                .singleElement()
                .asString()
                .startsWith("$.ratio: must be a number above 0, was ");
    }

    @Test
    void takesAParameterOnce() {
        assertThat(refusals(() -> LIST.readQuery(Map.of("projectId", List.of("p", "q")))))
                .containsExactly("$.projectId: must be given only once, was given 2 times");
    }

    @Test
    void ignoresWhatIsNotDeclared() {
        Query query = LIST.readQuery(Map.of("projectId", List.of("p"), "utm_source", List.of("a", "b")));

        assertThat(query.requiredText("projectId")).isEqualTo("p");
        assertThatIllegalArgumentException().isThrownBy(() -> query.text("utm_source"));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> query.requiredText("cursor"));
    }

    @Test
    void saysThatTheQueryWasRefused() {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> LIST.readQuery(Map.of()))
                .withMessage("Request query validation failed");
    }

    @Test
    void cutsAnIntegerToWhatFits() {
        Query query = LIST.readQuery(Map.of("projectId", List.of("p"), "prNumber", List.of("9007199254740991")));

        assertThat(query.integer("prNumber")).isEqualTo(Integer.MAX_VALUE);
        assertThat(query.optionalInteger("prNumber")).hasValue(9_007_199_254_740_991L);
    }

    @Test
    void checksPathParametersToo() {
        TYPED.checkPath(Map.of("n", "3"));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> TYPED.checkPath(Map.of("n", "x")))
                .withMessage("Request path validation failed")
                .satisfies(invalid -> assertThat(invalid.violations())
                        .extracting(Object::toString)
                        .containsExactly("$.n: must be an integer of at least 1, was 'x'"));
    }

    @Test
    void understandsNoParameterThatIsNoScalar() {
        assertThatIllegalStateException().isThrownBy(() -> Bodies.edition("""
                paths:
                  /a: {get: {operationId: a, parameters: [{name: ids, in: query, schema: {type: array}}]}}
                """));
    }
}
