package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.Answer;
import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TagsApiTest {

    private static final String TAGS = "/v1/projects/proj_demo/tags";

    private final TestServer server = TestServer.manual();
    private final ApiClient api = server.api();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTagIsMadeAndMadeAgain() {
        assertThat(define("bug", "blue").ok()).isEqualTo(Json.parse(Json.text("{'name': 'bug', 'color': 'blue'}")));
        define("ui", "lime").ok();
        define("bug", "destructive").ok();

        assertThat(api.get(TAGS).ok())
                .isEqualTo(Json.parse(Json.text(
                        "{'items': [{'name': 'ui', 'color': 'lime'}, {'name': 'bug', 'color': 'destructive'}]}")));
    }

    @Test
    void aTagIsSeenInEveryProjectOfItsOrganization() {
        define("bug", "blue").ok();

        assertThat(api.get("/v1/projects/proj_empty/tags").ok().get("items")).hasSize(1);
        assertThat(server.as("capy_demo_outsider")
                        .get("/v1/projects/proj_other/tags")
                        .ok()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void tagsNeedAProjectInReach() {
        server.as("capy_demo_outsider").get(TAGS).refused(403, "forbidden");
        api.get("/v1/projects/nope/tags").refused(404, "not_found");
    }

    @Test
    void aTagNeedsANameAndAColourOfTheList() {
        assertThat(define("Bug!", "black").invalid().paths()).containsExactlyInAnyOrder("$.name", "$.color");
        assertThat(api.get(TAGS).ok().get("items")).isEmpty();
    }

    @Test
    void theTagsOfAThreadAreReplaced() {
        define("bug", "blue").ok();
        define("ui", "lime").ok();
        String thread = thread();
        tag(thread, "['bug']").ok();

        assertThat(tag(thread, "['ui', 'ui']").ok())
                .isEqualTo(Json.parse(Json.text("{'tags': [{'name': 'ui', 'color': 'lime'}]}")));
        assertThat(api.get("/v1/threads/" + thread).ok().at("/tags/0/name").asText())
                .isEqualTo("ui");
        assertThat(tag(thread, "[]").ok().get("tags")).isEmpty();
    }

    @Test
    void threadsAreFoundByTheirTags() {
        define("bug", "blue").ok();
        thread();
        String tagged = thread();
        tag(tagged, "['bug']").ok();

        assertThat(api.get("/v1/threads?projectId=proj_demo&tag=bug").ok().findValuesAsText("id"))
                .containsExactly(tagged);
    }

    @Test
    void anUnknownTagIsRefused() {
        Answer refused = tag(thread(), "['nope']").invalid();

        assertThat(refused.message()).isEqualTo("Tag does not exist");
        assertThat(refused.paths()).containsExactly("$.tags[0]");
    }

    @Test
    void anotherOrganizationsThreadCannotBeTagged() {
        String thread = thread();

        server.as("capy_demo_outsider")
                .request("PUT", "/v1/threads/" + thread + "/tags")
                .json(Json.text("{'tags': []}"))
                .send()
                .refused(404, "not_found");
    }

    private Answer define(String name, String color) {
        return api.post(TAGS, Json.text("{'name': '" + name + "', 'color': '" + color + "'}"));
    }

    private Answer tag(String thread, String tags) {
        return api.request("PUT", "/v1/threads/" + thread + "/tags")
                .json(Json.text("{'tags': " + tags + "}"))
                .send();
    }

    private String thread() {
        return api.post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'Add a login page.'}"))
                .ok()
                .get("id")
                .asText();
    }
}
