package dev.capy.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutomationsTest {

    private static final String LIST = "/v1/projects/proj_demo/automations";

    private final TestServer server = TestServer.manual();
    private final ApiClient api = server.api();

    @AfterEach
    void close() {
        server.close();
    }

    private JsonNode create(String fields) {
        return api.post(LIST, Json.text("{'name': 'Nightly', 'prompt': 'Look for flaky tests.'" + fields + "}"))
                .ok();
    }

    private static String path(JsonNode automation) {
        return LIST + "/" + automation.get("id").textValue();
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        api.get(LIST + query)
                .ok()
                .get("items")
                .forEach(item -> names.add(item.get("name").textValue()));
        return names;
    }

    @Test
    void startWithDefaults() {
        JsonNode automation = create("");

        assertThat(automation.get("triggerType").textValue()).isEqualTo("on_demand");
        assertThat(automation.get("timezone").textValue()).isEqualTo("UTC");
        assertThat(automation.get("agentType").textValue()).isEqualTo("captain");
        assertThat(automation.get("visibilityScope").textValue()).isEqualTo("project");
        assertThat(automation.get("enabled").booleanValue()).isTrue();
        assertThat(automation.get("webhookUrl").isNull()).isTrue();
        assertThat(automation.get("createdAt").textValue()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(api.get(path(automation)).ok()).isEqualTo(automation);
    }

    @Test
    void runOnTime() {
        JsonNode automation = create(", 'triggerType': 'schedule', 'cron': '0 9 * * 1-5', 'timezone': 'Europe/Berlin'");

        server.control().post("/clock/advance", Json.text("{'by': 'P7D'}")).ok();

        JsonNode after = api.get(path(automation)).ok();
        assertThat(after.get("runCount").intValue()).isEqualTo(5);
        assertThat(after.get("lastTriggeredAt").textValue()).isEqualTo("2026-01-07T08:00:00.000Z");
        assertThat(after.get("cron").textValue()).isEqualTo("0 9 * * 1-5");
        JsonNode threads =
                api.get("/v1/threads?projectId=proj_demo&origin=automation").ok();
        assertThat(threads.get("items")).hasSize(5);
    }

    @Test
    void sayWhatIsWrong() {
        assertThat(api.post(
                                LIST,
                                Json.text(
                                        "{'name': 'x', 'prompt': 'x', 'triggerType': 'schedule', 'cron': '0 25 * * *',"
                                                + " 'timezone': 'Mars/Olympus'}"))
                        .invalid()
                        .paths())
                .containsExactly("$.cron", "$.timezone");
        assertThat(api.post(LIST, Json.text("{'name': 'x', 'prompt': 'x', 'triggerType': 'webhook'}"))
                        .invalid()
                        .paths())
                .containsExactly("$.webhookConfig");
        assertThat(names("")).isEmpty();
    }

    @Test
    void changeOnlyWhereTheyAreTold() {
        JsonNode automation = create(", 'description': 'old', 'cron': '0 9 * * *', 'model': 'gpt-5.5'");

        JsonNode changed = api.patch(path(automation), Json.text("{'description': null, 'timezone': 'Asia/Tokyo'}"))
                .ok();

        assertThat(changed.get("description").isNull()).isTrue();
        assertThat(changed.get("timezone").textValue()).isEqualTo("Asia/Tokyo");
        assertThat(changed.get("cron").textValue()).isEqualTo("0 9 * * *");
        assertThat(changed.get("model").textValue()).isEqualTo("gpt-5.5");
    }

    @Test
    void areListedByWhetherTheyAreEnabled() {
        api.patch(path(create("")), Json.text("{'name': 'off', 'enabled': false}"))
                .ok();
        api.patch(path(create("")), Json.text("{'name': 'on'}")).ok();

        assertThat(names("")).containsExactly("on");
        assertThat(names("?includeDisabled=true")).containsExactly("on", "off");
        assertThat(names("?enabled=false")).containsExactly("off");
        assertThat(names("?enabled=true&includeDisabled=true")).containsExactly("on");
    }

    @Test
    void areListedPageByPage() {
        create("");
        create("");
        create("");

        JsonNode first = api.get(LIST + "?limit=2").ok();
        String cursor = first.get("nextCursor").textValue();
        create("");
        JsonNode second = api.get(LIST + "?limit=2&cursor=" + cursor).ok();

        assertThat(first.get("hasMore").booleanValue()).isTrue();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("hasMore").booleanValue()).isFalse();
        api.get(LIST + "?includeDisabled=true&cursor=" + cursor).invalid();
    }

    @Test
    void areGoneOnceDeleted() {
        JsonNode automation = create("");

        JsonNode answer = api.request("DELETE", path(automation)).send().ok();

        assertThat(answer.get("deleted").booleanValue()).isTrue();
        assertThat(answer.get("id")).isEqualTo(automation.get("id"));
        api.get(path(automation)).refused(404, "not_found");
        api.request("DELETE", path(automation)).send().refused(404, "not_found");
        api.post(path(automation) + "/trigger").refused(404, "not_found");
    }

    @Test
    void areRunOnDemand() {
        JsonNode automation = create("");

        JsonNode run = api.post(path(automation) + "/trigger").ok();
        JsonNode second = api.post(path(automation) + "/trigger").ok();

        assertThat(run.get("status").textValue()).isEqualTo("running");
        JsonNode threads =
                api.get("/v1/threads?projectId=proj_demo&origin=automation").ok();
        assertThat(threads.at("/items/0/id")).isEqualTo(run.get("jamId"));
        assertThat(second).isEqualTo(Json.parse(Json.text("{'runId': null, 'jamId': null, 'status': 'skipped'}")));
    }

    @Test
    void arePrivateIfTheyAreSo() {
        JsonNode automation = create(", 'visibilityScope': 'creator'");
        ApiClient member = server.as("capy_demo_member");
        ApiClient admin = server.as("capy_demo_admin_service");

        member.get(path(automation)).refused(404, "not_found");
        member.patch(path(automation), Json.text("{'name': 'mine'}")).refused(404, "not_found");
        assertThat(member.get(LIST).ok().get("items")).isEmpty();
        admin.get(path(automation)).refused(404, "not_found");
        String owner = server.world().as("capy_demo").user().email();
        assertThat(admin.get(path(automation) + "?impersonateUserEmail=" + owner)
                        .ok())
                .isEqualTo(automation);
    }

    @Test
    void actForWhomTheyAreMade() {
        ApiClient admin = server.as("capy_demo_admin_service");
        String email = server.world().as("capy_demo_member").user().email();

        JsonNode automation = admin.post(
                        LIST + "?impersonateUserEmail=" + email, Json.text("{'name': 'x', 'prompt': 'Do it.'}"))
                .ok();

        String member = server.world().as("capy_demo_member").user().id();
        assertThat(automation.get("createdByUserId").textValue()).isEqualTo(member);
        String jam = api.post(path(automation) + "/trigger").ok().get("jamId").textValue();
        JsonNode participants = api.get("/v1/threads/" + jam).ok().get("participants");
        assertThat(participants).hasSize(1);
        assertThat(participants.get(0).get("userId").textValue()).isEqualTo(member);
        api.post(LIST + "?impersonateUserEmail=" + email, Json.text("{'name': 'x', 'prompt': 'Do it.'}"))
                .refused(403, "forbidden");
    }

    @Test
    void belongToTheirOrganization() {
        JsonNode automation = create("");

        server.as("capy_demo_outsider").get(path(automation)).refused(403, "forbidden");
        server.as("capy_demo_outsider").get(LIST).refused(403, "forbidden");
    }
}
