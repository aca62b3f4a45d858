package dev.capy.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.ApiClient;
import dev.capy.server.testing.BusyKey;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every operation of Capx, asked rightly in every way that its document allows and wrongly in every way that it does not. */
class CapxFuzzTest {

    private static final int BY_CHANCE = Integer.getInteger("capy.fuzz.requests", 1_000);
    private static final long SEED = Long.getLong("capy.fuzz.seed", 20_260_626);

    private final Requests requests = new Requests(Spec.ofCapx());

    @Test
    void refusesWhatTheDocumentDoesNotAllow() {
        List<Attempt> wrong =
                all().stream().filter(attempt -> !attempt.isRight()).toList();
        assertThat(wrong).hasSizeGreaterThan(500);

        try (TestServer server = server()) {
            Map<String, String> names = names(server);
            String before = server.world().digest();
            for (Attempt attempt : wrong) {
                Attempt filled = filled(attempt, names);
                assertThat(filled.send(server.capx(BusyKey.NAME)).status())
                        .as(() -> filled.curl(server.server().capxUri().toString()))
                        .isIn(400, 413, 415);
            }
            assertThat(server.world().digest()).isEqualTo(before);
        }
    }

    @Test
    void keepsItsContractWhereTheDocumentAllows() {
        try (TestServer server = server()) {
            Map<String, String> names = names(server);
            for (Attempt attempt : rightOnes()) {
                Attempt filled = filled(attempt, names);
                assertThat(filled.send(server.capx(BusyKey.NAME)).status())
                        .as(() -> filled.curl(server.server().capxUri().toString()))
                        .isIn(200, 201, 202, 400, 404, 409, 422);
            }
        }
    }

    /** What takes things away comes last; what goes on is not for this test. */
    private List<Attempt> rightOnes() {
        return all().stream()
                .filter(Attempt::isRight)
                .filter(attempt -> !attempt.target().id().startsWith("stream"))
                .filter(attempt -> !attempt.path().contains("stream=true"))
                .sorted(Comparator.comparing(
                        attempt -> attempt.target().method().equals("DELETE")))
                .toList();
    }

    private List<Attempt> all() {
        Random random = new Random(SEED);
        List<Attempt> attempts = new ArrayList<>(requests.systematic());
        for (int i = 0; i < BY_CHANCE; i++) {
            attempts.add(requests.random(random));
        }
        return attempts;
    }

    private static TestServer server() {
        return TestServer.of(world -> world.fixture(BusyKey.fixture()));
    }

    /** What stands for the things that paths name. */
    private static Map<String, String> names(TestServer server) {
        ApiClient api = server.capx(BusyKey.NAME);
        String task = api.post("/companies/co_demo/tasks", Json.text("{'title': 'Write'}"))
                .data(201)
                .path("id")
                .asText();
        return Map.of(
                "/companies/" + Scene.INSTANCE,
                "/companies/co_demo",
                "/agents/nothing",
                "/agents/engineer",
                "/tasks/nothing",
                "/tasks/" + task);
    }

    private static Attempt filled(Attempt attempt, Map<String, String> names) {
        String path = attempt.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return new Attempt(
                attempt.target(), attempt.isRight(), path, attempt.token(), attempt.headers(), attempt.body());
    }
}
