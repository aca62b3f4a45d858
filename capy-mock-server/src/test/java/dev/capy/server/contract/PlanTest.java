package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final int ROUNDS = 150;

    @ParameterizedTest
    @ValueSource(strings = {"capy-2026-04", "capy-2026-06", "capy-2026-07", "capx-v1", "control"})
    void acceptsNothingThatTheValidatorRefuses(String name) {
        OpenApiDocument source = OpenApiDocument.read(name);
        List<Declaration> declarations = source.declarations();
        Schemas schemas = Schemas.of(name, source, declarations);
        int accepted = 0;
        for (Declaration declaration : declarations) {
            if (declaration.body() != null) {
                accepted += accepted(source, schemas.shape(declaration.id(), "body"), declaration.body());
            }
            for (var answer : declaration.answers().entrySet()) {
                Shape shape = schemas.shape(declaration.id(), String.valueOf(answer.getKey()));
                accepted += accepted(source, shape, answer.getValue());
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS);
    }

    private static int accepted(OpenApiDocument source, Shape shape, JsonNode schema) {
        Guesses guesses = new Guesses(source, 7);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode value = guesses.value(schema);
            if (shape.accepts(value)) {
                accepted++;
                assertThat(shape.violations(value)).as("%s", value).isEmpty();
            }
        }
        return accepted;
    }

    @Test
    void knowsAThreadWithEverythingThatItCanHave() {
        OpenApiDocument source = OpenApiDocument.read("capy-2026-06");
        Shape shape = Schemas.of("test", source, source.declarations()).shape("createAndStartThread", "body");

        assertThat(shape.accepts(json("""
                {'projectId':'p','prompt':'go','model':'glm-5','speed':'fast','reasoning':{'mode':'high'},
                 'repos':[{'repoFullName':'a/b','branch':'main'}],'attachmentUrls':['https://a.example/b'],
                 'tags':['one','two'],'slack':{'channel':'c'},'impersonateUserEmail':'ann@corp.test',
                 'reliabilityInvestigationId':'rel_0123456789abcdef0123456789abcdef01234567'}
                """))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer','minimum':1}               | 1      | true",
                "{'type':'integer','minimum':1}               | 0      | false",
                "{'type':['string','null'],'maxLength':2}     | null   | true",
                "{'type':['string','null'],'maxLength':2}     | '😀😀' | true",
                "{'type':['string','null'],'maxLength':2}     | 'abc'  | false",
                "{'type':'object','additionalProperties':false} | {'a':1} | false",
                "{'type':'array','items':{'type':'string'}}   | ['a',1] | false",
                "{'anyOf':[{'type':'null'},{'const':1}]}      | 1      | true",
                "{'oneOf':[{'type':'null'},{'const':1}]}      | 1      | false",
                "{'not':{'type':'string'}}                    | 1      | false",
            })
    void acceptsWhatItIsSureOf(String schema, String value, boolean sure) {
        assertThat(new Plans(json("{}")).of(json(schema)).accepts(json(value))).isEqualTo(sure);
    }
}
