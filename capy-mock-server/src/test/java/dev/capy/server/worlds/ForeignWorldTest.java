package dev.capy.server.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that belongs to one world opens another one. */
class ForeignWorldTest {

    private static final TestServer SERVER = TestServer.manual();
    private static JsonNode one = Json.parse("{}");
    private static JsonNode other = Json.parse("{}");

    @BeforeAll
    static void open() {
        one = SERVER.openWorld("{'seed': 1, 'clock': 'manual'}");
        other = SERVER.openWorld("{'seed': 2, 'clock': 'manual'}");
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void namesOfTokensOpenTheDefaultWorldAlone() {
        String thread = startThread(SERVER.in(one));

        for (String name : List.of("capy_demo", "capy_demo_member", "capy_demo_outsider")) {
            SERVER.as(name).get("/v1/threads/" + thread).refused(404, "not_found");
        }
    }

    @Test
    void idsOfOneWorldMeanNothingInAnother() {
        String thread = startThread(SERVER.in(one));

        SERVER.in(other).get("/v1/threads/" + thread).refused(404, "not_found");
        SERVER.in(other).post("/v1/threads/" + thread + "/stop").refused(404, "not_found");
        SERVER.control()
                .post("/threads/" + thread + "/wake" + "?world="
                        + other.path("id").asText())
                .refused(404, "not_found");
        assertThat(SERVER.in(one).get("/v1/threads/" + thread).ok().path("id").asText())
                .isEqualTo(thread);
    }

    @Test
    void partsOfTokensOpenNothing() {
        String token = one.at("/tokens/capy_demo").asText();

        for (String bad : List.of(
                token.substring(1),
                token.substring(0, token.length() - 1),
                token + token,
                token.toLowerCase(Locale.ROOT),
                one.path("id").asText())) {
            assertThat(SERVER.as(bad).get("/v1/projects").status()).as(bad).isEqualTo(401);
        }
    }

    @Test
    void webhooksReachTheirOwnWorld() {
        String url = SERVER.in(one)
                .post(
                        "/v1/projects/proj_demo/automations",
                        Json.text("{'name': 'CI', 'prompt': 'Fix it.', 'triggerType': 'incoming_webhook'}"))
                .ok()
                .path("webhookUrl")
                .asText();

        SERVER.anonymous().post(url.substring("/api".length()), "{}").ok();

        assertThat(automated(SERVER.in(one))).hasSize(1);
        assertThat(automated(SERVER.in(other))).isEmpty();
        assertThat(automated(SERVER.api())).isEmpty();
    }

    @Test
    void timePassesInOneWorldAlone() {
        String world = "?world=" + one.path("id").asText();

        SERVER.control()
                .post("/clock/advance" + world, Json.text("{'by': 'PT5M'}"))
                .ok();

        assertThat(SERVER.control()
                        .get("/clock?world=" + other.path("id").asText())
                        .ok()
                        .path("now")
                        .asText())
                .isEqualTo("2026-01-01T00:00:00.000Z");
        assertThat(SERVER.world().clock().now()).hasToString("2026-01-01T00:00:00Z");
    }

    private static JsonNode automated(ApiClient api) {
        return api.get("/v1/threads?projectId=proj_demo&origin=automation").ok().path("items");
    }

    private static String startThread(ApiClient api) {
        return api.post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'a'}"))
                .ok()
                .path("id")
                .asText();
    }
}
