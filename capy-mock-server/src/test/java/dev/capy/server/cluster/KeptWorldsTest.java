package dev.capy.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.store.Engine;
import dev.capy.server.testing.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Worlds that are opened over the control plane of a server that keeps what it has. */
class KeptWorldsTest {

    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private KeptServer kept;

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void goOnWithTheirTokensTheirEditionAndTheirState(Engine engine) {
        kept = new KeptServer(engine.place(directory));
        JsonNode opened = kept.during(server -> {
            JsonNode world =
                    server.openWorld("{'seed': 7, 'edition': '2026-07', 'clock': 'manual', 'timeToLive': 'PT1H'}");
            server.in(world)
                    .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'Hello.'}"))
                    .ok();
            server.control()
                    .post("/clock/advance?world=" + world.path("id").asText(), Json.text("{'by': 'PT10S'}"))
                    .ok();
            return world;
        });

        kept.during(server -> {
            JsonNode again = server.control()
                    .get("/worlds/" + opened.path("id").asText())
                    .ok();
            assertThat(again.path("tokens")).isEqualTo(opened.path("tokens"));
            assertThat(again.path("edition").asText()).isEqualTo("2026-07");
            assertThat(again.path("timeToLive").asText()).isEqualTo("PT1H");
            assertThat(again.path("now").asText()).isEqualTo("2026-01-01T00:00:10.000Z");
            assertThat(server.in(again)
                            .get("/v1/threads?projectId=proj_demo")
                            .ok()
                            .path("items"))
                    .hasSize(1);
            return again;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void goBackToTheirOwnFixtureWhenTheyAreReset(Engine engine) {
        kept = new KeptServer(engine.place(directory));
        String id = kept.during(server -> server.openWorld(
                        "{'fixture': {'organizations': [{'id': 'org_mine', 'users': [{'id': 'ann', 'role': 'owner', 'tokens': ['ann']}],"
                                + " 'projects': [{'id': 'proj_mine', 'taskCode': 'MINE'}]}]}, 'clock': 'manual'}")
                .path("id")
                .asText());

        kept.during(server -> {
            server.control().post("/state/reset?world=" + id).ok();
            JsonNode world = server.control().get("/worlds/" + id).ok();
            assertThat(server.in(world).get("/v1/projects").ok().toString()).contains("proj_mine");
            return id;
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void keepWhatMakesTheirTimeMove(Engine engine) {
        kept = new KeptServer(engine.place(directory));
        kept.during(server ->
                server.control().put("/clock", Json.text("{'mode': 'on-poll'}")).ok());

        kept.during(server -> {
            assertThat(server.control().get("/clock").ok().path("mode").asText())
                    .isEqualTo("on-poll");
            return "";
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void areForgottenWhenTheyAreClosed(Engine engine) {
        kept = new KeptServer(engine.place(directory));
        String id = kept.during(server -> {
            String opened = server.openWorld("{}").path("id").asText();
            server.control().request("DELETE", "/worlds/" + opened).send().ok();
            return opened;
        });

        kept.during(server -> {
            assertThat(server.control().get("/worlds/" + id).status()).isEqualTo(404);
            assertThat(server.control().get("/worlds").ok().path("worlds")).hasSize(1);
            return "";
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void goOnFromAStateOrFromAnotherWorld(Engine engine) {
        kept = new KeptServer(engine.place(directory));
        String forked = kept.during(server -> {
            JsonNode world = server.openWorld("{'seed': 9, 'clock': 'manual'}");
            server.in(world)
                    .post("/v1/threads", Json.text("{'projectId': 'proj_demo', 'prompt': 'Hello.'}"))
                    .ok();
            JsonNode fork = server.control()
                    .post("/worlds/" + world.path("id").asText() + "/fork")
                    .ok();
            return fork.path("id").asText();
        });

        kept.during(server -> {
            JsonNode fork = server.control().get("/worlds/" + forked).ok();
            assertThat(fork.path("seed").asInt()).isEqualTo(9);
            assertThat(server.in(fork)
                            .get("/v1/threads?projectId=proj_demo")
                            .ok()
                            .path("items"))
                    .hasSize(1);
            return "";
        });
    }
}
