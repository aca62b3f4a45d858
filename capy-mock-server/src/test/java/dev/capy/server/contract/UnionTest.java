package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.bytes;
import static dev.capy.server.contract.Bodies.operationOf;
import static dev.capy.server.contract.Bodies.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnionTest {

    private static final Operation TRIGGERS = operationOf("""
            type: object
            properties:
              triggers:
                type: array
                items:
                  oneOf:
                    - type: object
                      additionalProperties: false
                      required: [type, cron]
                      properties: {type: {type: string, const: schedule}, cron: {type: string, minLength: 1}}
                    - type: object
                      additionalProperties: false
                      required: [type, events]
                      properties:
                        type: {type: string, const: github}
                        events:
                          type: array
                          items: {anyOf: [{type: string}, {type: object, required: [event], properties: {event: {type: string}}}]}
              hooks:
                additionalProperties:
                  anyOf:
                    - {type: array, items: {type: string}}
                    - {type: object, required: [commands], properties: {commands: {type: array}}}
              anyOf: {type: [integer, 'null'], minimum: 3}
              mode: {anyOf: [{enum: [a, b], type: string}, {type: 'null'}]}
              next: {anyOf: [{$ref: '#/components/schemas/Thing'}, {type: 'null'}]}
            """);

    @Test
    void speaksOfTheFormThatIsMarked() {
        assertThat(refusals(TRIGGERS, "{'triggers':[{'type':'schedule','cron':''},{'type':'github'}]}"))
                .containsExactly(
                        "$.triggers[0].cron: must be at least 1 character", "$.triggers[1].events: is required");
    }

    @Test
    void namesTheMarksWhereNoneFits() {
        assertThat(refusals(TRIGGERS, "{'triggers':[{'type':'slack','cron':'x'}]}"))
                .containsExactly("$.triggers[0].type: must be one of 'schedule', 'github', was 'slack'");
    }

    @Test
    void namesTheKindsWhereNoneFits() {
        assertThat(refusals(TRIGGERS, "{'hooks':{'a':'npm ci','b':7}}"))
                .containsExactly(
                        "$.hooks.a: must be an array or an object, was 'npm ci'",
                        "$.hooks.b: must be an array or an object, was 7");
        assertThat(refusals(TRIGGERS, "{'triggers':[3]}")).containsExactly("$.triggers[0]: must be an object, was 3");
    }

    @Test
    void speaksOfTheFormOfTheSameKind() {
        assertThat(refusals(TRIGGERS, "{'hooks':{'a':['x',1],'b':{}}}"))
                .containsExactly("$.hooks.a[1]: must be a string, was 1", "$.hooks.b.commands: is required");
    }

    @Test
    void descendsIntoUnionsInsideUnions() {
        assertThat(refusals(TRIGGERS, "{'triggers':[{'type':'github','events':['push',{},3]}]}"))
                .containsExactly(
                        "$.triggers[0].events[1].event: is required",
                        "$.triggers[0].events[2]: must be a string or an object, was 3");
    }

    @Test
    void tellsAFieldNamedAnyOfFromTheKeyword() {
        assertThat(refusals(TRIGGERS, "{'anyOf':1}"))
                .containsExactly("$.anyOf: must be an integer of at least 3 or null, was 1");
    }

    @Test
    void namesTheValuesBesideNull() {
        assertThat(refusals(TRIGGERS, "{'mode':'c'}")).containsExactly("$.mode: must be one of a, b, null, was 'c'");
        assertThat(TRIGGERS.readBody(bytes("{'mode':null}"))).hasSize(1);
    }

    @Test
    void followsASchemaIntoItself() {
        assertThat(refusals(TRIGGERS, "{'next':{'next':{'next':{'anyOf':'x'}}}}"))
                .containsExactly("$.next.next.next.anyOf: must be an integer of at least 3 or null, was 'x'");
        assertThat(refusals(TRIGGERS, "{'next':{'next':{'next':7}}}")).hasSize(1);
        assertThat(TRIGGERS.readBody(bytes("{'next':{'next':{'next':null}}}"))).hasSize(1);
    }

    @Test
    void refusesWhatFitsTwoFormsOfOne() {
        Operation operation = operationOf("oneOf: [{type: integer}, {type: number}]");

        assertThat(refusals(operation, "3"))
                .containsExactly("$: must have exactly one of the forms that the document describes");
    }
}
