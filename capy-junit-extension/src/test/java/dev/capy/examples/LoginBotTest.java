package dev.capy.examples;

import static dev.capy.junit.CapyAssertions.assertThat;

import dev.capy.core.CapyWorld;
import dev.capy.core.script.Script;
import dev.capy.core.script.When;
import dev.capy.junit.CapyTest;
import dev.capy.server.ServedWorld;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

// README
@CapyTest
class LoginBotTest {

    @Test
    void asksForALoginPageAndGetsAPullRequest(ServedWorld capy, CapyWorld world) throws Exception {
        world.surroundings()
                .script(Script.build(
                        "login",
                        When.ALWAYS,
                        build -> build.create("src/login.js", "export {};\n")
                                .commit("Add the login page")
                                .openPullRequest()));

        String id = new LoginBot(capy.baseUri(), capy.token()).askForALoginPage();
        world.clock().runUntilIdle();

        assertThat(world)
                .thread(id)
                .isReady()
                .hasTask(task -> task.needsReview().hasDiffTouching("src/login.js"))
                .hasPullRequest(pull -> pull.isOpen().isInto("main"));
    }

    /** What is tested: a client of the API. */
    private record LoginBot(URI api, String token) {

        String askForALoginPage() throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api + "/v1/threads"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"projectId\":\"proj_demo\",\"prompt\":\"We need a login page.\"}"))
                    .build();
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return answer.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        }
    }
}
// README
