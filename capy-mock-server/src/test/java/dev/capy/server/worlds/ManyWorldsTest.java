package dev.capy.server.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Hundreds of worlds on one listener, all driven at once. */
class ManyWorldsTest {

    private static final int WORLDS = 200;
    private static final int AT_ONCE = 8;

    @Test
    void ofOneSeedSayTheSame() throws Exception {
        List<Talk> talks = drive(world -> "{'seed': 7, 'clock': 'on-poll'}");

        assertThat(talks.get(0).said()).contains("\"runState\":\"ready\"", "\"status\":\"needs_review\"", "\n404 ");
        assertThat(talks).extracting(Talk::said).containsOnly(talks.get(0).said());
        assertThat(talks).extracting(Talk::webhookUrl).doesNotHaveDuplicates();
    }

    @Test
    void ofDifferentSeedsShareNoId() throws Exception {
        List<Talk> talks = drive(world -> "{'seed': " + world + ", 'clock': 'on-poll'}");

        Set<String> seen = new HashSet<>();
        for (Talk talk : talks) {
            assertThat(talk.ids()).hasSizeGreaterThan(3);
            talk.ids().forEach(id -> assertThat(seen.add(id)).as(id).isTrue());
        }
    }

    private static List<Talk> drive(IntFunction<String> body) throws Exception {
        ExecutorService drivers = Executors.newFixedThreadPool(AT_ONCE);
        try (TestServer server = TestServer.start(world -> world, how -> how.strict(false))) {
            String untouched = server.world().digest();
            List<JsonNode> opened = IntStream.range(0, WORLDS)
                    .mapToObj(body)
                    .map(server::openWorld)
                    .toList();
            List<Talk> talks = new ArrayList<>();
            for (Future<Talk> talk : drivers.invokeAll(opened.stream()
                    .<Callable<Talk>>map(world -> () -> new Talk(server, world).run())
                    .toList())) {
                talks.add(talk.get());
            }
            assertThat(server.world().digest()).isEqualTo(untouched);
            return talks;
        } finally {
            drivers.shutdownNow();
        }
    }
}
