package dev.capy.server.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.ClockMode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.DemoWorld;
import dev.capy.server.testing.Exchange;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.nio.charset.StandardCharsets;

/** A long talk with a server of its own, and all that was said: status and body of every answer. Not thread-safe. */
final class Transcript {

    private static final String POOL = "/v1/projects/proj_demo/warm-pool";
    private static final int POLLS = 60;

    private final StringBuilder said = new StringBuilder();
    private final TestServer server;
    private final ApiClient api;

    private Transcript(TestServer server) {
        this.server = server;
        this.api = server.api();
    }

    /** Prints the transcript of the clock mode and the seed that it is given. */
    public static void main(String[] args) {
        byte[] bytes = of(ClockMode.valueOf(args[0]), Long.parseLong(args[1])).getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    static String of(ClockMode clock, long seed) {
        try (TestServer server =
                TestServer.of(world -> world.clock(clock).seed(seed).fixture(DemoWorld.withTags()))) {
            Transcript transcript = new Transcript(server);
            transcript.look();
            transcript.poolAndTestBoot();
            transcript.threads();
            transcript.refusals();
            return transcript.said + "digest " + server.world().digest();
        }
    }

    private void look() {
        say(api, "GET", "/v1/projects");
        say(api, "GET", "/v1/projects?limit=1");
        say(api, "GET", "/v1/projects/proj_demo");
        say(api, "GET", "/v1/models");
        say(api, "GET", POOL);
    }

    private void poolAndTestBoot() {
        say(api, "PATCH", POOL, """
                {"enabled": true, "targetSize": 2, "branch": "main",
                 "setupCommands": [{"name": "a", "command": "cd /home/app && npm ci && echo $RANDOM ${HOME} > x"}]}""");
        String test = POOL + "/instances/"
                + say(api, "POST", POOL + "/test", "{}").path("id").asText();
        passTime("{\"by\": \"PT1M\"}");
        for (int i = 0; i < POLLS; i++) {
            say(api, "GET", test);
        }
        say(api, "GET", POOL + "/instances?limit=5");
        say(api, "POST", POOL + "/clear", "{\"replenish\": true}");
    }

    private void threads() {
        String first = startThread("Fix the login page, please. It is 'broken'.");
        String second = startThread("Aufräumen: größer, schöner, 速い 🐹");
        passTime("{\"by\": \"PT3S\"}");
        say(api, "POST", second + "/message", "{\"message\": \"And hurry.\", \"speed\": \"fast\"}");
        for (int i = 0; i < POLLS; i++) {
            say(api, "GET", first);
        }
        passTime("{\"by\": \"PT4M\"}");
        JsonNode messages = say(api, "GET", first + "/messages?limit=1");
        say(
                api,
                "GET",
                first + "/messages?limit=1&cursor="
                        + messages.path("nextCursor").asText());
        say(api, "GET", "/v1/tasks/DEMO-1");
        say(api, "GET", "/v1/tasks/DEMO-1/diff");
        say(api, "POST", second + "/stop", "");
        say(api, "GET", "/v1/threads?projectId=proj_demo&tag=bug");
    }

    private String startThread(String prompt) {
        ApiClient robot = server.as("capy_demo_admin_service");
        return "/v1/threads/"
                + say(robot, "POST", "/v1/threads", Json.text("""
                {'projectId': 'proj_demo', 'prompt': "%s", 'tags': ['bug'], 'slack': {'channel': 'dev'},
                 'impersonateUserEmail': 'member@demo.test'}""").formatted(prompt))
                        .path("id")
                        .asText();
    }

    private void refusals() {
        say(api, "POST", "/v1/threads", "{\"prompt\": \"\", \"tags\": [\"?\"]}");
        say(api, "GET", "/v1/threads/nothing");
        say(api, "DELETE", POOL);
        say(server.anonymous(), "GET", "/v1/projects");
        say(server.as("capy_demo_outsider"), "GET", POOL);
        say(server.control(), "GET", "/clock");
    }

    private void passTime(String how) {
        if (server.world().clock().mode() == ClockMode.MANUAL) {
            say(server.control(), "POST", "/clock/advance", how);
        }
    }

    private JsonNode say(ApiClient client, String method, String path) {
        return say(client, method, path, "");
    }

    private JsonNode say(ApiClient client, String method, String path, String body) {
        Exchange exchange = client.request(method, path);
        Answer answer = (body.isEmpty() ? exchange : exchange.json(body)).send();
        said.append(method + " " + path + "\n" + answer.status() + " " + answer.text() + "\n");
        return answer.json();
    }
}
