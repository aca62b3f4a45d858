package dev.capy.server.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Worlds that are opened over the control plane. */
class OpenedWorldTest {

    private static final String THREAD = Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}");

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void hasTokensOfItsOwn() {
        JsonNode world = server.openWorld("{'seed': 7}");

        assertThat(world.at("/baseUrl").asText()).isEqualTo(server.server().origin() + "/api");
        assertThat(world.at("/capxBaseUrl").asText()).isEqualTo(server.server().origin() + "/capx/v1");
        assertThat(world.path("tokens").fieldNames())
                .toIterable()
                .containsExactly(
                        "capy_demo",
                        "capy_demo_member",
                        "capy_demo_service",
                        "capy_demo_admin_service",
                        "capy_demo_outsider",
                        "capx_sk_live_demo",
                        "capx_sk_live_readonly",
                        "capx_sk_test_demo");
        assertThat(world.path("tokens"))
                .allSatisfy(token -> assertThat(token.asText())
                        .matches("capy_[A-Za-z0-9_-]{32}|capx_sk_(live|test)_[A-Za-z0-9]{40}"))
                .doesNotHaveDuplicates();
        assertThat(server.in(world).get("/v1/projects").ok().path("items")).isNotEmpty();
    }

    @Test
    void goesOnWhereAStateStood() {
        server.api().post("/v1/threads", THREAD).ok();
        server.control().post("/clock/advance", "{\"by\": \"PT20S\"}").ok();
        JsonNode state = server.control().get("/state").ok();

        JsonNode world =
                server.control().post("/worlds", "{\"state\": " + state + "}").ok();

        assertThat(world.path("now").asText()).isEqualTo("2026-01-01T00:00:20.000Z");
        assertThat(world.path("missing")).isNotEmpty();
        assertThat(server.in(world).get("/v1/threads?projectId=proj_demo").ok())
                .isEqualTo(server.api().get("/v1/threads?projectId=proj_demo").ok());
        assertThat(server.control()
                        .get("/state?world=" + world.path("id").asText())
                        .ok())
                .isEqualTo(state);
    }

    @Test
    void hasTheSecretsOfAStateThatItHasTheKeyOf() {
        server.api()
                .put(
                        "/v1/projects/proj_demo/environment-variables/personal",
                        Json.text("{'variables': [{'name': 'KEPT', 'value': 'hush-hush'}]}"))
                .ok();
        JsonNode state = server.control()
                .request("GET", "/state")
                .header("X-Capy-State-Key", "right")
                .send()
                .ok();
        String body = "{\"state\": " + state + "}";

        assertThat(state.toString()).doesNotContain("hush-hush");
        assertThat(server.control().post("/worlds", body).invalid().paths())
                .containsExactly("$.state.tables.personal_variables.rows[0].record.value.sealed");
        server.control()
                .request("POST", "/worlds")
                .json(body)
                .header("X-Capy-State-Key", "wrong")
                .send()
                .refused(422, "validation_error");
        JsonNode opened = server.control()
                .request("POST", "/worlds")
                .json(body)
                .header("X-Capy-State-Key", "right")
                .send()
                .ok();
        assertThat(opened.path("missing")).isEmpty();
    }

    @Test
    void isWhatTheBodySays() {
        JsonNode world = server.openWorld("""
                {'seed': -9223372036854775808, 'edition': '2026-07', 'clock': 'manual', 'timeToLive': 'PT10M',
                 'fixture': {
                   'organizations': [{
                     'id': 'org', 'users': [{'id': 'ann', 'role': 'owner', 'tokens': ['ann']}],
                     'projects': [{'id': 'shop', 'taskCode': 'SHOP', 'repos': [{'repository': 'acme/shop'}]}]}],
                   'repositories': [{'name': 'acme/shop', 'files': {'a.txt': 'b'}}]},
                 'scripts': [{'name': 'quiet', 'captain': [{'say': 'No.'}]}]}""");

        assertThat(world.path("seed").longValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(world.path("edition").asText()).isEqualTo("2026-07");
        assertThat(world.path("clock").asText()).isEqualTo("manual");
        assertThat(world.path("now").asText()).isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(world.path("timeToLive").asText()).isEqualTo("PT10M");
        String id = world.path("id").asText();
        assertThat(server.control().get("/scripts?world=" + id).ok().at("/unused"))
                .extracting(JsonNode::asText)
                .containsExactly("quiet");
        server.in(world)
                .post("/v1/threads", Json.text("{'projectId': 'shop', 'prompt': 'a'}"))
                .ok();
        server.control().post("/clock/run-until-idle?world=" + id).ok();
        JsonNode thread =
                server.in(world).get("/v1/threads?projectId=shop").ok().at("/items/0");
        assertThat(thread.path("runState").asText()).isEqualTo("ready");
        assertThat(thread.path("tasks")).isEmpty();
        assertThat(server.control().get("/worlds/" + id).ok().path("tokens")).isEqualTo(world.path("tokens"));
    }

    @Test
    void mayBeWrittenInYaml() {
        JsonNode world =
                server.openWorld("{'fixtureYaml': 'edition: \\'2026-04\\'\\nscripts: [{name: a, captain: []}]'}"
                        .replace("\\'", "\\u0027"));

        assertThat(world.path("edition").asText()).isEqualTo("2026-04");
        assertThat(server.control()
                        .get("/scripts?world=" + world.path("id").asText())
                        .ok()
                        .at("/scripts/0/name")
                        .asText())
                .isEqualTo("a");
    }

    @Test
    void needsNoBodyAndThenGoesOnWhenItIsPolled() {
        JsonNode world = server.control().post("/worlds").ok();
        ApiClient api = server.in(world);
        String thread = api.post("/v1/threads", THREAD).ok().path("id").asText();

        JsonNode seen = api.get("/v1/threads/" + thread).ok();
        for (int polls = 1; !seen.path("runState").asText().equals("ready"); polls++) {
            assertThat(polls).as("polls until %s", seen).isLessThan(100);
            seen = api.get("/v1/threads/" + thread).ok();
        }

        assertThat(world.path("clock").asText()).isEqualTo("on-poll");
        assertThat(server.world().clock().now()).hasToString("2026-01-01T00:00:00Z");
    }

    @Test
    void isListedAfterThoseBeforeIt() {
        String first = server.openWorld("{}").path("id").asText();
        String second = server.openWorld("{}").path("id").asText();

        assertThat(listed()).containsExactly("default", first, second);
        assertThat(server.control().get("/health").ok().path("worlds").asInt()).isEqualTo(3);
    }

    @Test
    void isGoneWhenItIsClosed() {
        JsonNode world = server.openWorld("{}");
        String id = world.path("id").asText();

        assertThat(delete(id).ok().path("id").asText()).isEqualTo(id);

        assertThat(listed()).containsExactly("default");
        world.path("tokens")
                .forEach(token -> server.as(token.asText()).get("/v1/projects").refused(401, "unauthorized"));
        server.control().get("/clock?world=" + id).refused(404, "not_found");
        delete(id).refused(404, "not_found");
    }

    @Test
    void isNeverTheDefaultOne() {
        assertThat(delete("default").refused(409, "conflict").message())
                .isEqualTo("The default world is there as long as the server is");
        assertThat(listed()).containsExactly("default");
    }

    @Test
    void isRefusedWhenThereAreTooMany() {
        try (TestServer small = TestServer.start(world -> world, how -> how.mostWorlds(2))) {
            small.openWorld("{}");

            assertThat(small.control().post("/worlds").refused(409, "conflict").message())
                    .isEqualTo("There are 2 worlds, which is as many as may be: close some first");
        }
    }

    @Test
    void isCalledByTheNameThatItsCallerUses() {
        assertThat(server.raw()
                        .lines("GET /_capy/worlds/default HTTP/1.1", "Host: localhost:8080")
                        .json()
                        .path("baseUrl")
                        .asText())
                .isEqualTo("http://localhost:8080/api");
        assertThat(server.raw()
                        .lines("GET /_capy/worlds/default HTTP/1.0", "Host: localhost")
                        .json()
                        .path("baseUrl")
                        .asText())
                .isEqualTo("http://localhost/api");
    }

    private Answer delete(String id) {
        return server.control().request("DELETE", "/worlds/" + id).send();
    }

    private List<String> listed() {
        return server.control().get("/worlds").ok().path("worlds").findValuesAsText("id");
    }
}
