package dev.capy.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Operation;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What belongs to another organization looks as if it were not there; a project alone says that it is forbidden. */
@Execution(ExecutionMode.SAME_THREAD)
class ForeignIdsTest {

    private static final Edition EDITION = Edition.load("capy-2026-06");
    private static final String MISSING = "00000000-0000-4000-8000-000000000000";
    private static final Scene SCENE = new Scene();
    private static final ApiClient OUTSIDER = Caller.OUTSIDER.calling(SCENE.server);

    @AfterAll
    static void close() {
        SCENE.close();
    }

    /** Things of a project asked for under another one, and threads and tasks, which say of no project. */
    @TestFactory
    Stream<DynamicTest> aThingOfAnotherOrganizationIsAsIfMissing() {
        return things().map(operation ->
                dynamicTest(operation.id(), () -> looksMissing(OUTSIDER, operation, "proj_other")));
    }

    @TestFactory
    Stream<DynamicTest> aThingOfAnotherProjectIsAsIfMissing() {
        return things().filter(operation -> operation.path().contains("{projectId}"))
                .filter(operation -> !operation.id().equals("deletePersonalEnvironmentVariable"))
                .map(operation ->
                        dynamicTest(operation.id(), () -> looksMissing(SCENE.server.api(), operation, "proj_empty")));
    }

    private static Stream<Operation> things() {
        return EDITION.operations().stream()
                .filter(operation -> operation.path().matches(".*\\{(?!projectId).*"));
    }

    private static void looksMissing(ApiClient api, Operation operation, String project) {
        String before = SCENE.server.world().digest();
        Answer foreign = ask(api, operation, SCENE.path(operation).replace("proj_demo", project));
        Answer missing = ask(
                api,
                operation,
                operation.path().replace("{projectId}", project).replaceFirst("\\{[a-zA-Z]+}", missing(operation)));

        foreign.refused(404, "not_found");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(foreign.text()).isEqualTo(missing.text());
        assertThat(SCENE.server.world().digest()).isEqualTo(before);
    }

    private static String missing(Operation operation) {
        return operation.path().contains("{name}") ? "NEVER_SET" : MISSING;
    }

    private static Answer ask(ApiClient api, Operation operation, String path) {
        Exchange exchange = api.request(operation.method(), path);
        String body = SCENE.body(operation);
        return (body.isEmpty() ? exchange : exchange.json(Json.text(body))).send();
    }

    @TestFactory
    Stream<DynamicTest> aProjectOfAnotherOrganizationIsForbiddenAndAMissingOneNotFound() {
        return EDITION.operations().stream()
                .filter(operation -> operation.path().contains("{projectId}"))
                .map(operation -> dynamicTest(operation.id(), () -> {
                    ask(OUTSIDER, operation, SCENE.path(operation)).refused(403, "forbidden");
                    ask(OUTSIDER, operation, SCENE.path(operation).replace("proj_demo", MISSING))
                            .refused(404, "not_found");
                }));
    }

    @Test
    void aTaskIsHiddenByItsIdToo() {
        String id = SCENE.server.api().get("/v1/tasks/DEMO-1").ok().path("id").asText();

        assertThat(OUTSIDER.get("/v1/tasks/" + id).refused(404, "not_found").text())
                .isEqualTo(OUTSIDER.get("/v1/tasks/DEMO-999").text())
                .isEqualTo(OUTSIDER.get("/v1/tasks/" + MISSING).text());
    }

    @Test
    void aBrowserSnapshotToStartWithIsAsIfMissing() {
        assertThat(startWith(SCENE.thing("snapshotId")).invalid().text().replace(SCENE.thing("snapshotId"), MISSING))
                .isEqualTo(startWith(MISSING).invalid().text());
    }

    private static Answer startWith(String snapshot) {
        return OUTSIDER.post(
                "/v1/threads",
                Json.text("{'projectId': 'proj_other', 'prompt': 'a', 'browserSnapshotIds': ['%s']}"
                        .formatted(snapshot)));
    }

    @Test
    void aTagIsAsIfMissing() {
        SCENE.server
                .api()
                .post(Scene.PROJECT + "/tags", Json.text("{'name': 'secret', 'color': 'blue'}"))
                .ok();

        assertThat(startTagged("secret").invalid().text())
                .isEqualTo(startTagged("never").invalid().text().replace("never", "secret"));
        assertThat(OUTSIDER.get("/v1/projects/proj_other/tags").ok().path("items"))
                .isEmpty();
    }

    private static Answer startTagged(String tag) {
        return OUTSIDER.post(
                "/v1/threads", Json.text("{'projectId': 'proj_other', 'prompt': 'a', 'tags': ['%s']}".formatted(tag)));
    }

    @Test
    void aTokenOfASessionIsAsIfForged() {
        String genuine = SCENE.server
                .api()
                .get("/v1/threads/" + SCENE.thing("threadId") + "/session-token")
                .ok()
                .path("token")
                .asText();

        assertThat(verify(genuine).ok()).isEqualTo(verify("forged").ok());
    }

    private static Answer verify(String token) {
        return OUTSIDER.post("/v1/sessions/verify", Json.text("{'token': '%s'}".formatted(token)));
    }

    @Test
    void anOrganizationIsForbiddenWhetherItExistsOrNot() {
        String rest = "&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";

        assertThat(OUTSIDER.get("/v1/usage?orgId=org_demo" + rest)
                        .refused(403, "forbidden")
                        .text())
                .isEqualTo(OUTSIDER.get("/v1/usage?orgId=org_none" + rest).text());
        assertThat(OUTSIDER.get("/v1/usage?orgId=org_other&projectIds=proj_demo" + rest)
                        .ok()
                        .path("items"))
                .isEmpty();
        assertThat(OUTSIDER.get("/v1/usage?orgId=org_other&userId=user_owner" + rest)
                        .ok()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void projectsOfOthersAreNotListed() {
        assertThat(OUTSIDER.get("/v1/projects").ok().path("items").findValuesAsText("id"))
                .containsExactly("proj_other");
    }
}
