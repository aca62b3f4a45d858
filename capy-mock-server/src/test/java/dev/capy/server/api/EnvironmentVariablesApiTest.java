package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesApiTest {

    private static final String PERSONAL = "/v1/projects/proj_demo/environment-variables/personal";
    private static final String AS_MEMBER = "?impersonateUserEmail=member@demo.test";

    private final TestServer server = TestServer.manual();
    private final ApiClient owner = server.api();
    private final ApiClient member = server.as("capy_demo_member");
    private final ApiClient admin = server.as("capy_demo_admin_service");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void variablesAreListedWithoutTheirValues() {
        Answer answer = put(owner, "", "{'name': 'TOKEN', 'value': 's3cr3t-value'}");

        assertThat(answer.ok())
                .isEqualTo(Json.parse(Json.text("{'items': [{'name': 'TOKEN', 'configured': true,"
                        + " 'updatedAt': '2026-01-01T00:00:00.000Z', 'lastUpdatedByUserId': 'user_owner'}]}")));
        assertThat(owner.get(PERSONAL).ok()).isEqualTo(answer.json());
    }

    @Test
    void thoseNotNamedArePreserved() {
        put(owner, "", "{'name': 'A', 'value': '1'}, {'name': 'B', 'value': ''}")
                .ok();

        JsonNode after = put(owner, "", "{'name': 'B', 'value': '2'}").ok();

        assertThat(after.findValuesAsText("name")).containsExactly("B", "A");
    }

    @Test
    void everyoneHasTheirOwn() {
        put(owner, "", "{'name': 'A', 'value': '1'}").ok();

        assertThat(names(member, "")).isEmpty();
        assertThat(member.request("DELETE", PERSONAL + "/A").send().status()).isEqualTo(404);
    }

    @Test
    void anAdminServiceUserSetsThemForAMember() {
        JsonNode set = put(admin, AS_MEMBER, "{'name': 'A', 'value': '1'}").ok();

        assertThat(set.at("/items/0/lastUpdatedByUserId").asText()).isEqualTo("user_admin_service");
        assertThat(names(member, "")).containsExactly("A");
        assertThat(names(admin, "")).isEmpty();
        assertThat(names(admin, AS_MEMBER)).containsExactly("A");
        admin.request("DELETE", PERSONAL + "/A" + AS_MEMBER).send().ok();
        assertThat(names(member, "")).isEmpty();
    }

    @Test
    void nobodyElseActsForAnother() {
        for (String token : List.of("capy_demo", "capy_demo_member", "capy_demo_service")) {
            ApiClient api = server.as(token);
            api.get(PERSONAL + AS_MEMBER).refused(403, "forbidden");
            put(api, AS_MEMBER, "{'name': 'A', 'value': '1'}").refused(403, "forbidden");
            api.request("DELETE", PERSONAL + "/A" + AS_MEMBER).send().refused(403, "forbidden");
        }
    }

    @Test
    void nobodyOutsideIsActedFor() {
        assertThat(admin.get(PERSONAL + "?impersonateUserEmail=outsider@other.test")
                        .invalid()
                        .paths())
                .containsExactly("$.impersonateUserEmail");
    }

    @Test
    void aDeletedOneIsGoneUntilItIsSetAgain() {
        put(owner, "", "{'name': 'A', 'value': '1'}").ok();

        assertThat(owner.request("DELETE", PERSONAL + "/A").send().ok())
                .isEqualTo(Json.parse(Json.text("{'deleted': true, 'name': 'A'}")));
        assertThat(names(owner, "")).isEmpty();
        owner.request("DELETE", PERSONAL + "/A").send().refused(404, "not_found");
        put(owner, "", "{'name': 'A', 'value': '2'}").ok();
        assertThat(names(owner, "")).containsExactly("A");
    }

    @Test
    void aNameInThePathIsDecoded() {
        put(owner, "", "{'name': 'MY_TOKEN', 'value': '1'}").ok();

        assertThat(owner.request("DELETE", PERSONAL + "/MY%5FTOKEN")
                        .send()
                        .ok()
                        .get("name")
                        .asText())
                .isEqualTo("MY_TOKEN");
    }

    @Test
    void badNamesAreToldAllAtOnceAndNothingIsSet() {
        Answer refused = put(
                        owner,
                        "",
                        "{'name': 'OK', 'value': '1'}, {'name': '1A', 'value': '1'}, {'name': 'OK', 'value': '2'}")
                .invalid();

        assertThat(refused.paths()).containsExactly("$.variables[1].name", "$.variables[2].name");
        assertThat(names(owner, "")).isEmpty();
    }

    @Test
    void noRefusalShowsAValue() {
        assertThat(put(owner, "", "{'name': '1A', 'value': 's3cr3t-value'}")
                        .invalid()
                        .text())
                .doesNotContain("s3cr3t");
        assertThat(put(owner, "", "{'name': 'A', 'value': 's3cr3t-value', 'extra': 's3cr3t-value'}")
                        .invalid()
                        .text())
                .doesNotContain("s3cr3t");
    }

    @Test
    void anotherOrganizationIsKeptOut() {
        ApiClient outsider = server.as("capy_demo_outsider");

        outsider.get(PERSONAL).refused(403, "forbidden");
        put(outsider, "", "{'name': 'A', 'value': '1'}").refused(403, "forbidden");
        outsider.request("DELETE", PERSONAL + "/A").send().refused(403, "forbidden");
    }

    @Test
    void aLogOfAMachineShowsNoValue() {
        put(owner, "", "{'name': 'TOKEN', 'value': 's3cr3t-value'}").ok();
        String thread = owner.post(
                        "/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}"))
                .ok()
                .get("id")
                .asText();

        server.world().clock().runUntilIdle();

        assertThat(owner.get("/v1/threads/" + thread).text()).doesNotContain("s3cr3t");
        assertThat(owner.get("/v1/threads/" + thread + "/messages").text()).doesNotContain("s3cr3t");
    }

    private static Answer put(ApiClient api, String query, String variables) {
        return api.request("PUT", PERSONAL + query)
                .json(Json.text("{'variables': [" + variables + "]}"))
                .send();
    }

    private static List<String> names(ApiClient api, String query) {
        return api.get(PERSONAL + query).ok().findValuesAsText("name");
    }
}
