package dev.capy.server.controlplane;

import static dev.capy.server.controlplane.TwoPullRequests.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.fixture.Fixture;
import dev.capy.core.source.Conclusion;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.TestServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoriesControlTest {

    private static final TwoPullRequests WORLD = new TwoPullRequests();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void areListed() {
        JsonNode repositories = WORLD.get("/repositories").path("repositories");

        assertThat(repositories.findValuesAsText("fullName")).containsExactly("acme/app", "globex/site");
        assertThat(repositories.findValuesAsText("defaultBranch")).containsExactly("main", "main");
        assertThat(repositories.at("/0/ci")).isEmpty();
    }

    @Test
    void tellOfTheirContinuousIntegration() {
        Fixture fixture = Fixture.empty()
                .repository(
                        "acme/lib",
                        repository ->
                                repository.ci("test", Duration.ofMinutes(2), Conclusion.FAILURE, Conclusion.SUCCESS));
        try (TestServer server = TestServer.of(world -> world.fixture(fixture))) {
            JsonNode job = server.control().get("/repositories").ok().at("/repositories/0/ci/0");

            assertThat(job.path("name").asText()).isEqualTo("test");
            assertThat(job.path("duration").asText()).isEqualTo("PT2M");
            assertThat(job.path("conclusions").path(0).asText()).isEqualTo("failure");
            assertThat(job.path("conclusions")).hasSize(2);
        }
    }

    @Test
    void haveBranches() {
        JsonNode branches = WORLD.get(REPOSITORY + "/branches").path("branches");

        List<String> names = branches.findValuesAsText("name");
        assertThat(names).hasSize(3).startsWith("main");
        assertThat(branches.at("/1/start")).isEqualTo(branches.at("/0/head"));
        assertThat(branches.at("/1/head")).isNotEqualTo(branches.at("/0/head"));
    }

    @Test
    void haveCommits() {
        JsonNode branches = WORLD.get(REPOSITORY + "/branches").path("branches");
        String tiny = branches.at("/1/name").asText();

        JsonNode commits = WORLD.get(REPOSITORY + "/commits?branch=" + tiny).path("commits");

        assertThat(commits.findValuesAsText("message")).containsExactly("Call it tiny\n", "Initial commit\n");
        assertThat(commits.at("/0/id")).isEqualTo(branches.at("/1/head"));
        assertThat(commits.at("/0/parents/0")).isEqualTo(commits.at("/1/id"));
        assertThat(commits.at("/0/author/email").asText()).contains("@");
        assertThat(WORLD.get(REPOSITORY + "/commits?limit=1&branch=" + tiny).path("commits"))
                .hasSize(1);
        JsonNode ofMain = WORLD.get(REPOSITORY + "/commits");
        assertThat(ofMain.path("branch").asText()).isEqualTo("main");
        assertThat(ofMain.path("commits")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/branches", "/commits", "/pulls", "/pulls/1", "/checks?branch=main"})
    void areNotFoundWhereThereAreNone(String path) {
        Answer answer = WORLD.server.control().get("/repositories/acme/nothing" + path);

        assertThat(answer.refused(404, "not_found").message()).isEqualTo("There is no repository acme/nothing");
    }

    @Test
    void haveNoBranchesThatNobodyMade() {
        assertThat(WORLD.server
                        .control()
                        .get(REPOSITORY + "/commits?branch=dev")
                        .refused(404, "not_found")
                        .message())
                .isEqualTo("acme/app has no branch and no commit dev");
        WORLD.server.control().get(REPOSITORY + "/commits?limit=0").invalid();
    }
}
