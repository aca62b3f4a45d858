package dev.capy.server.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a member keeps to itself is not there for anybody else, the owner of the organization included. */
@Execution(ExecutionMode.SAME_THREAD)
class PrivateThingsTest {

    private static final String SNAPSHOTS = Scene.PROJECT + "/browser-snapshots";
    private static final String AUTOMATIONS = Scene.PROJECT + "/automations";
    private static final TestServer SERVER = TestServer.speaking("2026-06");
    private static final ApiClient MEMBER = Caller.MEMBER.calling(SERVER);
    private static final String SNAPSHOT =
            make(SNAPSHOTS, "{'name': 'mine', 'isPrivate': true, 'storageState': {'cookies': [], 'origins': []}}");
    private static final String AUTOMATION =
            make(AUTOMATIONS, "{'name': 'mine', 'prompt': 'a', 'visibilityScope': 'creator'}");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    private static String make(String path, String quoted) {
        return MEMBER.post(path, Json.text(quoted)).ok().path("id").asText();
    }

    @ParameterizedTest
    @EnumSource(
            value = Caller.class,
            names = {"OWNER", "SERVICE", "ADMIN_SERVICE"})
    void aPrivateSnapshotIsNotThere(Caller caller) {
        ApiClient api = caller.calling(SERVER);
        String path = SNAPSHOTS + "/" + SNAPSHOT;

        assertThat(api.get(SNAPSHOTS).ok().path("items")).isEmpty();
        String missing = api.get(SNAPSHOTS + "/none").refused(404, "not_found").text();
        assertThat(api.get(path).refused(404, "not_found").text()).isEqualTo(missing);
        api.patch(path, Json.text("{'isPrivate': false}")).refused(404, "not_found");
        api.request("DELETE", path).send().refused(404, "not_found");
        start(api).invalid();
        assertThat(MEMBER.get(SNAPSHOTS).ok().path("items").findValuesAsText("id"))
                .containsExactly(SNAPSHOT);
    }

    private static Answer start(ApiClient api) {
        return api.post(
                "/v1/threads",
                Json.text(
                        "{'projectId': 'proj_demo', 'prompt': 'a', 'browserSnapshotIds': ['%s']}".formatted(SNAPSHOT)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Caller.class,
            names = {"OWNER", "SERVICE", "ADMIN_SERVICE"})
    void aCreatorsAutomationIsNotThere(Caller caller) {
        ApiClient api = caller.calling(SERVER);
        String path = AUTOMATIONS + "/" + AUTOMATION;

        assertThat(api.get(AUTOMATIONS).ok().path("items")).isEmpty();
        String missing =
                api.get(AUTOMATIONS + "/none").refused(404, "not_found").text();
        assertThat(api.get(path).refused(404, "not_found").text()).isEqualTo(missing);
        api.patch(path, Json.text("{'enabled': false}")).refused(404, "not_found");
        api.post(path + "/trigger").refused(404, "not_found");
        api.request("DELETE", path).send().refused(404, "not_found");
        JsonNode kept = MEMBER.get(path).ok();
        assertThat(kept.path("enabled").asBoolean()).isTrue();
        assertThat(kept.path("runCount").asInt()).isZero();
    }

    @Test
    void whoActsForItsCreatorSeesAnAutomation() {
        JsonNode seen = Caller.ADMIN_SERVICE
                .calling(SERVER)
                .get(AUTOMATIONS + "/" + AUTOMATION + "?impersonateUserEmail=member@demo.test")
                .ok();

        assertThat(seen.path("createdByUserId").asText()).isEqualTo("user_member");
    }

    @ParameterizedTest
    @EnumSource(
            value = Caller.class,
            names = {"OWNER", "SERVICE", "ADMIN_SERVICE"})
    void personalVariablesAreOnesOwn(Caller caller) {
        String variables = Scene.PROJECT + "/environment-variables/personal";
        MEMBER.put(variables, Json.text("{'variables': [{'name': 'MINE', 'value': 'a'}]}"))
                .ok();

        ApiClient api = caller.calling(SERVER);

        assertThat(api.get(variables).ok().path("items")).isEmpty();
        api.request("DELETE", variables + "/MINE").send().refused(404, "not_found");
        assertThat(MEMBER.get(variables).ok().path("items").findValuesAsText("name"))
                .containsExactly("MINE");
    }
}
