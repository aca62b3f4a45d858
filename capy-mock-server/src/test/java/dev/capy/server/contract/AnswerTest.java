package dev.capy.server.contract;

import static dev.capy.server.contract.Bodies.json;
import static dev.capy.server.contract.Bodies.operation;
import static dev.capy.server.contract.Bodies.operationOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private static final Operation PROJECTS = operation("listProjects");

    @Test
    void dropsWhatTheSchemaDoesNotHave() {
        JsonNode full = json("""
                {'items':[{'id':'p','secret':1,'repos':[{'repoFullName':'a/b','branch':'m','sha':'x'}]}],
                 'hasMore':false,'total':3}
                """);
        JsonNode before = full.deepCopy();

        assertThat(PROJECTS.project(200, full))
                .isEqualTo(
                        json("{'items':[{'id':'p','repos':[{'repoFullName':'a/b','branch':'m'}]}],'hasMore':false}"));
        assertThat(full).isEqualTo(before);
    }

    @Test
    void givesBackTheSameInstanceWhenNothingIsDropped() {
        JsonNode answer = json("{'items':[{'id':'p','repos':[]}],'nextCursor':null,'hasMore':false}");

        assertThat(PROJECTS.project(200, answer)).isSameAs(answer);
    }

    @Test
    void sharesWhatDoesNotChange() {
        JsonNode answer = json("{'items':[{'id':'p'},{'id':'q','x':1}]}");

        JsonNode projected = PROJECTS.project(200, answer);

        assertThat(projected.at("/items/0")).isSameAs(answer.at("/items/0"));
        assertThat(projected.at("/items/1")).isEqualTo(json("{'id':'q'}"));
    }

    @Test
    void keepsTheOrderOfFields() {
        JsonNode answer = json("{'hasMore':true,'x':1,'items':[{'x':1,'id':'p'}],'nextCursor':null}");

        assertThat(PROJECTS.project(200, answer))
                .hasToString("{\"hasMore\":true,\"items\":[{\"id\":\"p\"}],\"nextCursor\":null}");
    }

    @Test
    void looksBehindNull() {
        Operation pool = operation("getWarmPool");

        assertThat(pool.project(200, json("{'config':{'enabled':true,'x':1},'metadata':null,'x':2}")))
                .isEqualTo(json("{'config':{'enabled':true},'metadata':null}"));
    }

    @Test
    void keepsMapsAndAnything() {
        JsonNode step = json("{'steps':[{'name':'clone_repo','metadata':{'any':{'thing':[1,{'x':2}]}}}]}");
        JsonNode error = json("{'error':{'code':'c','message':'m','details':[{'path':'$','message':'x'}]}}");

        assertThat(operation("getWarmPoolInstance").project(200, step)).isSameAs(step);
        assertThat(PROJECTS.project(422, error)).isSameAs(error);
    }

    @Test
    void keepsWhatAnyFormOfAUnionKnows() {
        Operation operation = operationOf("""
                type: object
                additionalProperties:
                  oneOf:
                    - {type: object, additionalProperties: false, properties: {a: {}, both: {type: object, additionalProperties: false, properties: {x: {}}}}}
                    - {type: object, additionalProperties: false, properties: {b: {}, both: {type: object, additionalProperties: false, properties: {y: {}}}}}
                    - {type: array, items: {type: object, additionalProperties: false, properties: {c: {}}}}
                """);

        assertThat(operation.project(
                        200, json("{'m':{'a':1,'b':2,'c':3,'both':{'x':1,'y':2,'z':3}},'n':[{'c':1,'d':2}]}")))
                .isEqualTo(json("{'m':{'a':1,'b':2,'both':{'x':1,'y':2}},'n':[{'c':1}]}"));
    }

    @Test
    void followsASchemaIntoItself() {
        Operation operation = operationOf("""
                type: object
                additionalProperties: false
                properties:
                  id: {type: string}
                  children: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                """);

        assertThat(operation.project(200, json("{'children':[{'id':'a','x':1,'children':[{'y':1}]}]}")))
                .isEqualTo(json("{'children':[{'id':'a','children':[{}]}]}"));
    }

    @Test
    void checksAnswersStrictly() {
        assertThat(operation("stopThread").check(200, json("{'id':'t','status':'idle'}")))
                .isEmpty();
        assertThat(operation("stopThread").check(200, json("{'id':1,'status':'stopped','x':2}")))
                .extracting(Object::toString)
                .containsExactly(
                        "$.id: must be a string, was 1",
                        "$.status: must be one of active, idle, archived, was 'stopped'",
                        "$.x: is not a known field; known fields are id, status");
        assertThat(operation("stopThread").check(404, json("{'error':{'code':'not_found'}}")))
                .extracting(Object::toString)
                .containsExactly("$.error.message: is required");
        assertThat(operation("sendThreadMessage").check(200, json("{'id':'t','status':'queued'}")))
                .extracting(Object::toString)
                .containsExactly("$.status: must be 'sent', was 'queued'");
    }

    @Test
    void leavesTheTransportsOwnStatusesAlone() {
        JsonNode answer = json("{'error':{'code':'method_not_allowed','message':'m'},'x':1}");

        assertThat(PROJECTS.project(405, answer)).isSameAs(answer);
        assertThat(PROJECTS.check(405, answer)).isEmpty();
        assertThat(PROJECTS.check(201, answer))
                .extracting(Object::toString)
                .containsExactly("$: listProjects has no answer of status 201, only 200, 401, 403, 404, 422, 500");
    }
}
