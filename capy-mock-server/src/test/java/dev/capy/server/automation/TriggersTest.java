package dev.capy.server.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the edition 2026-07 adds. */
class TriggersTest {

    private static final String LIST = "/v1/projects/proj_demo/automations";

    private final TestServer server = TestServer.speaking("2026-07");
    private final ApiClient api = server.api();

    @AfterEach
    void close() {
        server.close();
    }

    private Answer create(String fields) {
        return api.post(LIST, Json.text("{'name': 'Triage', 'prompt': 'Look.'" + fields + "}"));
    }

    private JsonNode withTriggers(String triggers) {
        return create(", 'triggers': [" + triggers + "]").ok();
    }

    private static String path(JsonNode automation) {
        return LIST + "/" + automation.get("id").textValue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    schedule         | {'type': 'schedule', 'config': {'cron': '0 9 * * *', 'timezone': 'Asia/Tokyo'}}
                    schedule         | {'type': 'schedule', 'config': {'version': 2, 'cron': '0 9 * * *', 'timezone': 'UTC'}, 'scheduleId': 's1'}
                    on_demand        | {'type': 'on_demand', 'config': {}}
                    incoming_webhook | {'type': 'incoming_webhook', 'config': {}}
                    incoming_webhook | {'type': 'incoming_webhook', 'config': {'version': 2, 'provider': 'incoming_webhook', 'event': 'request', 'conditions': {'contains': ['a'], 'regex': 'b+'}, 'runWhen': 'it is red'}}
                    webhook          | {'type': 'github', 'config': {'source': 'github', 'events': [{'event': 'push'}, {'event': 'issues', 'actions': ['opened']}], 'filters': {'branches': ['main'], 'states': ['open']}}}
                    webhook          | {'type': 'github', 'config': {'version': 2, 'provider': 'github', 'event': 'checks', 'conditions': {'conclusions': ['failure'], 'workflows': []}, 'runWhen': 'it matters'}}
                    integration      | {'type': 'slack', 'config': {'version': 2, 'provider': 'slack', 'event': 'message', 'conditions': {'channels': ['C1'], 'includeBots': false, 'groupingWindowSeconds': 60}}}
                    integration      | {'type': 'sentry', 'config': {'provider': 'sentry', 'events': [{'resource': 'issue', 'actions': ['created']}], 'filters': {'levels': ['fatal']}}}
                    integration      | {'type': 'sentry', 'config': {'version': 2, 'provider': 'sentry', 'event': 'any_issue'}}
                    integration      | {'type': 'linear', 'config': {'version': 2, 'provider': 'linear', 'event': 'status_changed', 'conditions': {'fromStatuses': ['Todo']}}}
                    """)
    void areKeptAsTheyAre(String triggerType, String trigger) {
        JsonNode automation = withTriggers(trigger);

        ObjectNode kept = (ObjectNode) automation.get("triggers").get(0);
        assertThat(kept.remove("id").textValue()).isNotEmpty();
        assertThat(kept).isEqualTo(Json.parse(Json.text(trigger)));
        assertThat(automation.get("triggerType").textValue()).isEqualTo(triggerType);
        assertThat(automation.get("integrationTriggerConfig").isNull()).isEqualTo(!triggerType.equals("integration"));
    }

    @Test
    void showInTheOlderViewToo() {
        JsonNode automation = withTriggers("{'type': 'github', 'config': {'source': 'github', 'events': [{'event':"
                + " 'push'}]}}, {'type': 'schedule', 'config': {'cron': '0 9 * * *', 'timezone': 'Asia/Tokyo'}}");

        assertThat(automation.get("webhookConfig"))
                .isEqualTo(Json.parse(Json.text("{'source': 'github', 'events': [{'event': 'push'}]}")));
        assertThat(automation.get("cron").textValue()).isEqualTo("0 9 * * *");
        assertThat(automation.get("timezone").textValue()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void comeFromTheOlderFieldsToo() {
        JsonNode automation = create(", 'cron': '0 9 * * *'").ok();

        ObjectNode trigger = (ObjectNode) automation.get("triggers").get(0);
        trigger.remove("id");
        assertThat(trigger)
                .isEqualTo(Json.parse(
                        Json.text("{'type': 'schedule', 'config': {'cron': '0 9 * * *', 'timezone': 'UTC'}}")));
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        Answer answer = create(", 'triggers': [{'id': 'a', 'type': 'on_demand'}, {'id': 'a', 'type': 'schedule',"
                + " 'config': {'cron': 'soon', 'timezone': 'here'}}, {'type': 'slack', 'config': {'version': 2, 'provider':"
                + " 'slack', 'event': 'message', 'conditions': {'groupingWindowSeconds': 5, 'regex': '(['}}}]");

        assertThat(answer.invalid().paths())
                .containsExactly(
                        "$.triggers[1].id",
                        "$.triggers[1].config.cron",
                        "$.triggers[1].config.timezone",
                        "$.triggers[2].config.conditions.regex");
    }

    @Test
    void refuseAnEmptyEventOfTheOlderFields() {
        assertThat(create(", 'webhookConfig': {'source': 'github', 'events': [{'event': ''}]}")
                        .invalid()
                        .paths())
                .containsExactly("$.webhookConfig.events[0].event");
    }

    /** The document declares no 409: a conflict is a 422 there. */
    @Test
    void countRevisions() {
        JsonNode automation = withTriggers("{'type': 'on_demand'}");
        String stale = "{'name': 'later', 'expectedConfigRevision': 1}";

        JsonNode second = api.patch(path(automation), Json.text(stale)).ok();

        assertThat(automation.get("configRevision").intValue()).isEqualTo(1);
        assertThat(second.get("configRevision").intValue()).isEqualTo(2);
        assertThat(api.patch(path(automation), Json.text(stale)).invalid().message())
                .contains("revision 2");
        String huge = "{'name': 'x', 'expectedConfigRevision': 9007199254740991}";
        api.patch(path(automation), Json.text(huge)).invalid();
    }

    @Test
    void keepTheSecretThatTheyDoNotMention() {
        JsonNode automation = withTriggers("{'id': 'hook', 'type': 'incoming_webhook', 'webhookSecret': 'hush hush'}");
        assertThat(automation.toString()).doesNotContain("hush");

        ObjectNode change = (ObjectNode) Json.parse("{}");
        change.set("triggers", automation.get("triggers"));
        JsonNode same = api.patch(path(automation), change.toString()).ok();
        assertThat(same.get("hasWebhookSecret").booleanValue()).isTrue();
        assertThat(same.get("configRevision").intValue()).isEqualTo(1);

        String without = "{'triggers': [{'id': 'hook', 'type': 'incoming_webhook', 'webhookSecret': null}]}";
        JsonNode open = api.patch(path(automation), Json.text(without)).ok();
        assertThat(open.get("hasWebhookSecret").booleanValue()).isFalse();
        assertThat(open.get("webhookUrl")).isEqualTo(automation.get("webhookUrl"));
    }

    @Test
    void rememberServersOfTools() {
        String overrides = "{'enabledServerKeys': ['a'], 'disabledServerKeys': []}";

        JsonNode automation = create(", 'mcpOverrides': " + overrides).ok();

        assertThat(automation.get("mcpOverrides")).isEqualTo(Json.parse(Json.text(overrides)));
        JsonNode cleared =
                api.patch(path(automation), Json.text("{'mcpOverrides': null}")).ok();
        assertThat(cleared.get("mcpOverrides").isNull()).isTrue();
    }
}
