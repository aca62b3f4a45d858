package dev.capy.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    @ParameterizedTest
    @CsvSource({
        "GET,   /v1/threads,                                 listThreads",
        "POST,  /v1/threads,                                 createAndStartThread",
        "GET,   /v1/threads/t1,                              getThread",
        "POST,  /v1/threads/t1/stop,                         stopThread",
        "GET,   /v1/tasks/DEMO-12/diff,                      getTaskDiff",
        "PATCH, /v1/projects/p1/warm-pool,                   updateWarmPool",
        "GET,   /v1/projects/p1/warm-pool/instances,         listWarmPoolInstances",
        "GET,   /v1/projects/p1/warm-pool/instances/i1,      getWarmPoolInstance"
    })
    void findsTheOperation(String method, String path, String id) {
        Route route = Bodies.EDITION.route(method, path);

        assertThat(route)
                .isInstanceOfSatisfying(
                        Route.Found.class,
                        found -> assertThat(found.operation().id()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource({"a%20b, a b", "a%2Fb, a/b", "a+b, a+b", "%C3%A9, é", "%zz, %zz", "%4, %4", "%, %", "%ff, \uFFFD", "é, é"
    })
    void decodesPathParametersOnce(String given, String value) {
        Route route = Bodies.EDITION.route("GET", "/v1/threads/" + given);

        assertThat(route)
                .isInstanceOfSatisfying(
                        Route.Found.class,
                        found -> assertThat(found.pathParameters()).isEqualTo(Map.of("threadId", value)));
    }

    @Test
    void namesEveryPathParameter() {
        Route route = Bodies.EDITION.route("GET", "/v1/projects/p1/warm-pool/instances/i1");

        assertThat(route)
                .isInstanceOfSatisfying(
                        Route.Found.class,
                        found -> assertThat(found.pathParameters()).isEqualTo(Map.of("projectId", "p1", "id", "i1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "v1/threads", "/v1", "/v1/threads/", "/v1/threads//stop", "/V1/threads", "/v1/nothing"})
    void knowsNoPathButTheDocuments(String path) {
        assertThat(Bodies.EDITION.route("GET", path)).isEqualTo(new Route.Unknown());
    }

    @Test
    void namesTheMethodsThatThePathHas() {
        Route route = Bodies.EDITION.route("DELETE", "/v1/threads");

        assertThat(route)
                .isInstanceOfSatisfying(
                        Route.MethodNotAllowed.class,
                        refused -> assertThat(refused.allowed()).containsExactly("GET", "POST"));
    }

    @Test
    void prefersALiteralSegmentAndComesBackFromADeadEnd() {
        Edition edition = Bodies.edition("""
                paths:
                  /a/{x}: {get: {operationId: any}}
                  /a/b: {get: {operationId: literal}}
                  /a/{x}/c: {get: {operationId: deep}}
                  /a/b/d: {get: {operationId: other}}
                """);

        assertThat(found(edition, "/a/b")).isEqualTo("literal");
        assertThat(found(edition, "/a/z")).isEqualTo("any");
        assertThat(found(edition, "/a/b/c")).isEqualTo("deep");
    }

    private static String found(Edition edition, String path) {
        return ((Route.Found) edition.route("GET", path)).operation().id();
    }

    @Test
    void readsAnEditionOnceAndGivesItsDocumentAway() {
        assertThat(Edition.load("capy-2026-06")).isSameAs(Bodies.EDITION);
        assertThat(Bodies.EDITION.operations())
                .hasSize(49)
                .extracting(Operation::id)
                .doesNotHaveDuplicates();
        assertThat(Bodies.EDITION.operations())
                .extracting(Operation::tag)
                .containsOnlyElementsOf(Set.of(
                        "threads",
                        "sessions",
                        "tasks",
                        "projects",
                        "tags",
                        "models",
                        "usage",
                        "setup",
                        "snapshots",
                        "warm-pool",
                        "browser-snapshots",
                        "environment-variables",
                        "automations"));

        ((ObjectNode) Bodies.EDITION.document()).removeAll();

        assertThat(Bodies.EDITION.document().path("openapi").asText()).isEqualTo("3.1.0");
    }

    @Test
    void refusesWhatIsNoEdition() {
        assertThatIllegalArgumentException().isThrownBy(() -> Edition.load("capy-1999-01"));
        assertThatIllegalStateException().isThrownBy(() -> Bodies.edition("""
                paths:
                  /a: {get: {operationId: twin}}
                  /b: {get: {operationId: twin}}
                """));
        assertThatIllegalStateException().isThrownBy(() -> Bodies.edition("paths: {/a: {get: {tags: [a]}}}"));
        assertThatIllegalStateException().isThrownBy(() -> Bodies.edition("""
                paths:
                  /a: {get: {operationId: a, responses: {default: {content: {application/json: {schema: {}}}}}}}
                """));
    }
}
