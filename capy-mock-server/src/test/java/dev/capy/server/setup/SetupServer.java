package dev.capy.server.setup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.fixture.Fixture;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;

/** A server whose project {@code proj_demo} has no legacy hooks, and whose project {@code proj_hooked} has some. */
final class SetupServer implements AutoCloseable {

    static final String PLAIN = "proj_demo";
    static final String HOOKED = "proj_hooked";

    private static final String SETTINGS = Json.text("{'hooks': {'setup': ['npm ci', {'command': 'npm run build'}],"
            + " 'tools': {'post': {'edit': ['npx prettier ${file_path}']}},"
            + " 'context': {'maxOutputLength': 500}}}");

    final TestServer server = TestServer.of(world -> world.fixture(fixture()));

    private static Fixture fixture() {
        return Fixture.demo()
                .repository("acme/hooked", hooked -> hooked.file(".capy/settings.json", SETTINGS))
                .organization(
                        "org_hooked",
                        organization -> organization
                                .user("user_hooked", user -> user.token("hooked"))
                                .project(HOOKED, project -> project.repo("acme/hooked")));
    }

    private static String path(String project) {
        return "/v1/projects/" + project + "/setup";
    }

    private static String token(String project) {
        return project.equals(HOOKED) ? "hooked" : "capy_demo";
    }

    JsonNode get(String project) {
        return server.as(token(project)).get(path(project)).ok();
    }

    /** Saves a Setup, given in single quotes. */
    Answer save(String project, String quoted) {
        return server.as(token(project)).patch(path(project), Json.text(quoted));
    }

    /** Saves a Setup in the place of legacy hooks. */
    Answer replace(String project, String quoted) {
        return server.as(token(project)).patch(path(project) + "?replaceLegacyHooks=true", Json.text(quoted));
    }

    @Override
    public void close() {
        server.close();
    }
}
