package dev.capy.server.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A talk with one world that was opened: what was said, but for the world's secrets. Not thread-safe. */
final class Talk {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final StringBuilder said = new StringBuilder();
    private final ApiClient api;
    private final ApiClient control;
    private final String world;
    private String webhookUrl = "";

    Talk(TestServer server, JsonNode opened) {
        api = server.in(opened);
        control = server.control();
        world = "?world=" + opened.path("id").asText();
    }

    Talk run() {
        JsonNode automation = say("POST", "/v1/projects/proj_demo/automations", """
                {'name': 'CI', 'prompt': 'Fix the build.', 'triggerType': 'incoming_webhook'}""");
        webhookUrl = automation.path("webhookUrl").asText();
        say("PATCH", "/v1/projects/proj_demo/warm-pool", "{'enabled': true, 'targetSize': 1}");
        String body = "{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}";
        String thread =
                "/v1/threads/" + say("POST", "/v1/threads", body).path("id").asText();
        say("GET", thread, "");
        note(control.post("/clock/run-until-idle" + world));
        say("GET", thread, "");
        say("GET", "/v1/tasks/DEMO-1/diff?mode=pr", "");
        say("GET", "/v1/threads/nothing", "");
        return this;
    }

    private JsonNode say(String method, String path, String body) {
        var exchange = api.request(method, path);
        Answer answer = (body.isEmpty() ? exchange : exchange.json(Json.text(body))).send();
        said.append(method + " " + path + "\n");
        note(answer);
        return answer.json();
    }

    private void note(Answer answer) {
        said.append(answer.status() + " " + answer.text() + "\n");
    }

    /** Everything that was said, with the same webhook URL in every world. */
    String said() {
        return said.toString().replace(webhookUrl, "WEBHOOK");
    }

    String webhookUrl() {
        return webhookUrl;
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        ID.matcher(said).results().map(MatchResult::group).forEach(ids::add);
        return ids;
    }
}
