package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.DemoWorld;
import dev.capy.server.testing.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreadFiltersTest {

    private final TestServer server = TestServer.of(world -> world.fixture(DemoWorld.withTags()));
    private JsonNode done;
    private JsonNode impersonated;
    private JsonNode busy;

    @BeforeAll
    void startThreads() {
        done = Threads.start(server.api(), "Add a login page.");
        Threads.runUntilIdle(server);
        impersonated = Threads.startWith(server.as("capy_demo_admin_service"), """
                {'projectId': 'proj_demo', 'prompt': 'Paint it blue.', 'tags': ['ui', 'bug'],
                 'slack': {'channel': 'design'}, 'impersonateUserEmail': 'member@demo.test'}""");
        busy = Threads.startWith(server.as("capy_demo_member"), """
                {'projectId': 'proj_demo', 'prompt': 'Tidy up.', 'tags': ['bug']}""");
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void findEverythingWhenThereAreNone() {
        assertThat(found("")).isEqualTo(ids(busy, impersonated, done));
    }

    @Test
    void findByStatus() {
        assertThat(found("&status=active")).isEqualTo(ids(busy, impersonated));
        assertThat(found("&status=idle")).isEqualTo(ids(done));
        assertThat(found("&status=archived")).isEmpty();
    }

    @Test
    void findByAuthor() {
        assertThat(found("&authorId=user_owner")).isEqualTo(ids(done));
        assertThat(found("&authorId=user_member")).isEqualTo(ids(busy, impersonated));
        assertThat(found("&authorEmail=member@demo.test")).isEqualTo(ids(busy, impersonated));
        assertThat(found("&authorEmail=nobody@demo.test")).isEmpty();
        assertThat(found("&authorId=nobody")).isEmpty();
    }

    @Test
    void findByParticipant() {
        assertThat(found("&participantId=user_admin_service")).isEqualTo(ids(impersonated));
        assertThat(found("&participantId=user_member")).isEqualTo(ids(busy, impersonated));
        assertThat(found("&participantEmail=admin-service@demo.test")).isEqualTo(ids(impersonated));
        assertThat(found("&participantEmail=outsider@other.test")).isEmpty();
    }

    @Test
    void refuseTwoWaysToNameOnePerson() {
        assertThat(list("&authorId=user_owner&authorEmail=owner@demo.test")
                        .invalid()
                        .paths())
                .containsExactly("$.authorEmail");
        assertThat(list("&participantId=user_owner&participantEmail=owner@demo.test")
                        .invalid()
                        .paths())
                .containsExactly("$.participantEmail");
    }

    @Test
    void findByOrigin() {
        assertThat(found("&origin=api")).hasSize(3);
        assertThat(found("&origin=web")).isEmpty();
        assertThat(found("&origin=automation")).isEmpty();
    }

    @Test
    void findByTag() {
        assertThat(found("&tag=bug")).isEqualTo(ids(busy, impersonated));
        assertThat(found("&tag=ui")).isEqualTo(ids(impersonated));
        assertThat(found("&tag=unknown")).isEmpty();
    }

    @Test
    void findBySlackThread() {
        JsonNode slack = impersonated.path("slack");

        assertThat(found("&slackChannelId=" + slack.path("channelId").asText())).isEqualTo(ids(impersonated));
        assertThat(found("&slackThreadTs=" + slack.path("threadTs").asText())).isEqualTo(ids(impersonated));
        assertThat(found("&slackChannelId=C0000000000")).isEmpty();
        assertThat(found("&slackThreadTs=1.2")).isEmpty();
    }

    @Test
    void findByPullRequest() {
        assertThat(found("&prState=none")).hasSize(3);
        assertThat(found("&prState=open")).isEmpty();
        assertThat(found("&prState=merged")).isEmpty();
        assertThat(found("&prNumber=1")).isEmpty();
        assertThat(found("&branch=nowhere")).isEmpty();
    }

    @Test
    void findWordsOfTitlesAndMessages() {
        assertThat(found("&q=LOGIN")).isEqualTo(ids(done));
        assertThat(found("&q=it+blue")).isEqualTo(ids(impersonated));
        assertThat(found("&q=capybara")).isEmpty();
        assertThat(found("&q=")).hasSize(3);
        assertThat(found("&q=" + URLEncoder.encode("100% 🐹", StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void narrowEachOther() {
        assertThat(found("&tag=bug&authorId=user_member&q=tidy&status=active")).isEqualTo(ids(busy));
        assertThat(found("&tag=ui&q=tidy")).isEmpty();
    }

    @Test
    void startFromAProjectThatTheTokenSees() {
        list("_nowhere").refused(404, "not_found");
        server.as("capy_demo_outsider").get("/v1/threads?projectId=proj_demo").refused(403, "forbidden");
        assertThat(server.api().get("/v1/threads?projectId=proj_empty").ok().path("items"))
                .isEmpty();
        assertThat(server.api().get("/v1/threads").invalid().paths()).containsExactly("$.projectId");
    }

    private List<String> found(String filters) {
        List<String> ids = new ArrayList<>();
        list(filters).ok().path("items").forEach(thread -> ids.add(Threads.id(thread)));
        return ids;
    }

    private Answer list(String filters) {
        return server.api().get("/v1/threads?projectId=proj_demo" + filters);
    }

    private static List<String> ids(JsonNode... threads) {
        return List.of(threads).stream().map(Threads::id).toList();
    }
}
