package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrowserSnapshotsApiTest {

    private static final String SNAPSHOTS = "/v1/projects/proj_demo/browser-snapshots";
    private static final String STATE = Json.text("{'cookies': ["
            + "{'name': 'session', 'value': 'cookie-secret', 'domain': '.acme.test', 'path': '/', 'expires': -1,"
            + " 'httpOnly': true, 'secure': true, 'sameSite': 'Lax'},"
            + "{'name': 'id', 'value': '', 'domain': 'acme.test', 'path': '/x', 'expires': 1893456000.125,"
            + " 'httpOnly': false, 'secure': false, 'sameSite': 'None'},"
            + "{'name': 'id', 'value': '', 'domain': 'b.test', 'path': '/', 'expires': 1893456000,"
            + " 'httpOnly': false, 'secure': false, 'sameSite': 'Strict'}],"
            + "'origins': [{'origin': 'https://acme.test', 'localStorage': [{'name': 'theme', 'value': 'dark'}]}]}");

    private final TestServer server = TestServer.manual();
    private final ApiClient owner = server.api();
    private final ApiClient member = server.as("capy_demo_member");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSnapshotKeepsItsStateAsGiven() {
        JsonNode made = create(owner, "").ok();

        assertThat(made.get("storageState").toString())
                .isEqualTo(Json.parse(STATE).toString());
        assertThat(owner.get(path(made)).ok()).isEqualTo(made);
    }

    @Test
    void aSnapshotIsPublicAndNoDefaultUnlessSaidOtherwise() {
        JsonNode made = create(owner, "").ok();

        assertThat(made.get("projectId").asText()).isEqualTo("proj_demo");
        assertThat(made.get("name").asText()).isEqualTo("login");
        assertThat(made.get("isPrivate").booleanValue()).isFalse();
        assertThat(made.get("isDefault").booleanValue()).isFalse();
        assertThat(made.get("createdAt").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    @Test
    void domainsAreThoseOfTheCookies() {
        assertThat(create(owner, "").ok().get("domains")).isEqualTo(Json.parse(Json.text("['acme.test', 'b.test']")));
        assertThat(owner.post(SNAPSHOTS, Json.text("{'name': 'none', 'storageState': {'cookies': [], 'origins': []}}"))
                        .ok()
                        .get("domains")
                        .isNull())
                .isTrue();
    }

    @Test
    void aListTellsNothingOfTheStates() {
        ObjectNode made = (ObjectNode) create(owner, "").ok();
        made.remove("storageState");

        assertThat(owner.get(SNAPSHOTS).ok().get("items")).containsExactly(made);
    }

    @Test
    void aPrivateOneShowsToItsCreatorAlone() {
        JsonNode hidden = create(member, ", 'isPrivate': true").ok();

        assertThat(member.get(SNAPSHOTS).ok().get("items")).hasSize(1);
        assertThat(owner.get(SNAPSHOTS).ok().get("items")).isEmpty();
        owner.get(path(hidden)).refused(404, "not_found");
        owner.patch(path(hidden), Json.text("{'isPrivate': false}")).refused(404, "not_found");
        owner.request("DELETE", path(hidden)).send().refused(404, "not_found");
    }

    @Test
    void onlyItsCreatorMakesItPrivate() {
        JsonNode made = create(member, "").ok();

        owner.patch(path(made), Json.text("{'isPrivate': true}")).refused(403, "forbidden");
        assertThat(member.patch(path(made), Json.text("{'isPrivate': true}"))
                        .ok()
                        .get("isPrivate")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void whatAPatchDoesNotNameStays() {
        JsonNode made = create(member, ", 'isDefault': true").ok();

        JsonNode renamed =
                owner.patch(path(made), Json.text("{'name': 'sign-in'}")).ok();

        assertThat(renamed.get("name").asText()).isEqualTo("sign-in");
        assertThat(renamed.get("isDefault").booleanValue()).isTrue();
        assertThat(owner.patch(path(made), "{}").ok()).isEqualTo(renamed);
    }

    @Test
    void aStateCannotBePatched() {
        JsonNode made = create(owner, "").ok();

        assertThat(owner.patch(path(made), "{\"storageState\": " + STATE + "}")
                        .invalid()
                        .text())
                .doesNotContain("cookie-secret");
    }

    @Test
    void aDeletedOneIsGone() {
        JsonNode made = create(owner, "").ok();

        assertThat(owner.request("DELETE", path(made)).send().ok())
                .isEqualTo(Json.parse(Json.text("{'success': true}")));
        owner.get(path(made)).refused(404, "not_found");
        owner.patch(path(made), "{}").refused(404, "not_found");
        owner.request("DELETE", path(made)).send().refused(404, "not_found");
    }

    @Test
    void anotherOrganizationIsKeptOut() {
        JsonNode made = create(owner, "").ok();
        ApiClient outsider = server.as("capy_demo_outsider");

        outsider.get(SNAPSHOTS).refused(403, "forbidden");
        outsider.get(path(made)).refused(403, "forbidden");
        outsider.get("/v1/projects/proj_other/browser-snapshots/"
                        + made.get("id").asText())
                .refused(404, "not_found");
    }

    @Test
    void aThreadTakesSnapshotsThatItsAuthorSees() {
        String hidden = create(member, ", 'isPrivate': true").ok().get("id").asText();

        thread(member, hidden).ok();
        assertThat(thread(owner, hidden).invalid().paths()).containsExactly("$.browserSnapshotIds[0]");
    }

    @Test
    void aMessageTakesSnapshotsThatItsAuthorSees() {
        String seen = create(owner, "").ok().get("id").asText();
        String thread = thread(owner, seen).ok().get("id").asText();

        message(thread, seen).ok();
        assertThat(message(thread, "nope").invalid().paths()).containsExactly("$.browserSnapshotIds[0]");
    }

    private static Answer create(ApiClient api, String more) {
        return api.post(SNAPSHOTS, "{\"name\": \"login\", \"storageState\": " + STATE + Json.text(more) + "}");
    }

    private static String path(JsonNode snapshot) {
        return SNAPSHOTS + "/" + snapshot.get("id").asText();
    }

    private static Answer thread(ApiClient api, String snapshotId) {
        return api.post(
                "/v1/threads",
                Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.', 'browserSnapshotIds': ['"
                        + snapshotId + "']}"));
    }

    private Answer message(String thread, String snapshotId) {
        return owner.post(
                "/v1/threads/" + thread + "/message",
                Json.text("{'message': 'Go on.', 'browserSnapshotIds': ['" + snapshotId + "']}"));
    }
}
