package dev.capy.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProjectsTest {

    private static final TestServer SERVER = TestServer.manual();

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    void areListedNewestFirst() {
        JsonNode page = SERVER.api().get("/v1/projects").ok();

        assertThat(page.path("items").findValuesAsText("id")).containsExactly("proj_empty", "proj_demo");
        assertThat(page.path("nextCursor").isNull()).isTrue();
        assertThat(page.path("hasMore").asBoolean()).isFalse();
    }

    @Test
    void areThoseOfTheTokensOrganizationForAllItsMembers() {
        for (String token : new String[] {"capy_demo_member", "capy_demo_service", "capy_demo_admin_service"}) {
            assertThat(SERVER.as(token).get("/v1/projects").text())
                    .isEqualTo(SERVER.api().get("/v1/projects").text());
        }
        assertThat(SERVER.as("capy_demo_outsider")
                        .get("/v1/projects")
                        .ok()
                        .path("items")
                        .findValuesAsText("id"))
                .containsExactly("proj_other");
    }

    @Test
    void areShownInFull() {
        assertThat(SERVER.api().get("/v1/projects/proj_demo").json()).isEqualTo(Json.parse(Json.text("""
                        {
                          'id': 'proj_demo',
                          'name': 'Demo',
                          'description': 'A small web application',
                          'taskCode': 'DEMO',
                          'repos': [{'repoFullName': 'acme/app', 'branch': 'main'}],
                          'createdAt': '2026-01-01T00:00:00.000Z',
                          'updatedAt': '2026-01-01T00:00:00.000Z'
                        }
                        """)));
        assertThat(SERVER.api().get("/v1/projects/proj_empty").ok().path("repos"))
                .isEmpty();
        assertThat(SERVER.as("capy_demo_outsider")
                        .get("/v1/projects/proj_other")
                        .ok()
                        .path("description")
                        .isNull())
                .isTrue();
    }
}
