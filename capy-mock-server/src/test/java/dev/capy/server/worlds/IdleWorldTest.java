package dev.capy.server.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.TestServer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdleWorldTest {

    private final TestServer server = TestServer.manual();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goesAwayByItself() {
        JsonNode world = server.openWorld("{'timeToLive': 'PT0.001S'}");

        awaitGone(world);

        server.in(world).get("/v1/projects").refused(401, "unauthorized");
    }

    @Test
    void staysWhileItIsUsed() {
        JsonNode used = server.openWorld("{'timeToLive': 'PT20S'}");
        JsonNode idle = server.openWorld("{'timeToLive': 'PT0.2S'}");

        awaitGone(idle);

        server.in(used).get("/v1/projects").ok();
    }

    @Test
    void staysForEverWithoutATimeToLive() {
        JsonNode mortal = server.openWorld("{'timeToLive': 'PT0.001S'}");
        JsonNode immortal = server.openWorld("{}");

        awaitGone(mortal);

        assertThat(ids()).containsExactly("default", immortal.path("id").asText());
    }

    private void awaitGone(JsonNode world) {
        while (ids().contains(world.path("id").asText())) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private List<String> ids() {
        return server.control().get("/worlds").ok().path("worlds").findValuesAsText("id");
    }
}
