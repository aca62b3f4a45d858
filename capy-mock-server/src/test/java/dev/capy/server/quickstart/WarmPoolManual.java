package dev.capy.server.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.TestServer;

/**
 * The lines of the warm pool's quick start (source: seed 003), with nothing changed but the host, the token, the project's
 * id, the repository's name and the instance's id.
 */
record WarmPoolManual(TestServer server, Runner runner) {

    private static final String PROJECTS = """
            curl -H "Authorization: Bearer capy_xxxx" \\
              https://capy.ai/api/v1/projects""";

    private static final String CONFIGURE = """
            curl -X PATCH \\
              -H "Authorization: Bearer capy_xxxx" \\
              -H "Content-Type: application/json" \\
              -d '{
                "enabled": true,
                "targetSize": 3,
                "branch": "main",
                "setupCommands": [
                  {"name": "install", "command": "cd /home/myrepo && npm install"},
                  {"name": "build", "command": "cd /home/myrepo && npm run build"}
                ]
              }' \\
              https://capy.ai/api/v1/projects/{projectId}/warm-pool""";

    private static final String TEST = """
            curl -X POST \\
              -H "Authorization: Bearer capy_xxxx" \\
              -H "Content-Type: application/json" \\
              -d '{}' \\
              https://capy.ai/api/v1/projects/{projectId}/warm-pool/test""";

    private static final String POLL = """
            curl -H "Authorization: Bearer capy_xxxx" \\
              https://capy.ai/api/v1/projects/{projectId}/warm-pool/instances/abc-123-def""";

    private static final String ITERATE = """
            curl -X POST \\
              -H "Authorization: Bearer capy_xxxx" \\
              -H "Content-Type: application/json" \\
              -d '{
                "setupCommands": [
                  {"name": "install", "command": "cd /home/myrepo && npm ci --ignore-scripts"}
                ]
              }' \\
              https://capy.ai/api/v1/projects/{projectId}/warm-pool/test""";

    private static final String STATUS = """
            curl -H "Authorization: Bearer capy_xxxx" \\
              https://capy.ai/api/v1/projects/{projectId}/warm-pool""";

    private static final String CLEAR = """
            curl -X POST \\
              -H "Authorization: Bearer capy_xxxx" \\
              -H "Content-Type: application/json" \\
              -d '{"replenish": true}' \\
              https://capy.ai/api/v1/projects/{projectId}/warm-pool/clear""";

    JsonNode projects() {
        return run(PROJECTS);
    }

    JsonNode configure() {
        return run(CONFIGURE);
    }

    JsonNode test() {
        return run(TEST);
    }

    /** Polls an instance until it is ready or failed. */
    JsonNode pollUntilOver(String instance) {
        String poll = POLL.replace("abc-123-def", instance);
        return server.poll(
                () -> run(poll), seen -> !seen.path("status").asText().equals("provisioning"));
    }

    JsonNode iterate() {
        return run(ITERATE);
    }

    /** As {@link #iterate}, with another command. */
    JsonNode iterate(String command) {
        return run(ITERATE.replace("cd /home/myrepo && npm ci --ignore-scripts", command));
    }

    JsonNode status() {
        return run(STATUS);
    }

    JsonNode clear() {
        return run(CLEAR);
    }

    private JsonNode run(String line) {
        return runner.run(
                server,
                line.replace("https://capy.ai/api", server.server().baseUri().toString())
                        .replace("capy_xxxx", server.server().token())
                        .replace("{projectId}", "proj_demo")
                        .replace("myrepo", "app"));
    }
}
