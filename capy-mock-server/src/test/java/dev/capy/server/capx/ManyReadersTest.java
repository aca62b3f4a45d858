package dev.capy.server.capx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.Capx;
import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.activity.Resource;
import dev.capy.server.testing.BusyKey;
import dev.capy.server.testing.EventClient;
import dev.capy.server.testing.Json;
import dev.capy.server.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManyReadersTest {

    private static final int READERS = 500;
    private static final String[] NO_HEADERS = {};

    private final TestServer server = TestServer.of(world -> world.fixture(BusyKey.fixture()));

    @AfterEach
    void close() {
        server.close();
    }

    private EventClient reader(String query) {
        return server.capxStream(BusyKey.NAME, "/activity/stream" + query, "activity", NO_HEADERS);
    }

    private void happen(String action, String summary) {
        Capx capx = server.world().capx();
        Happening what = Happening.of(ActivityType.ERROR, new Resource("company", "co_demo"), action, summary);
        server.world()
                .write(tx -> capx.activities()
                        .record(tx, capx.companies().get(tx, "co_demo").place(), what));
    }

    @Test
    void readAtTheSameTime() {
        List<EventClient> readers = new ArrayList<>();
        try {
            IntStream.range(0, READERS).forEach(i -> readers.add(reader("")));
            server.capx(BusyKey.NAME)
                    .post("/companies/co_demo/tasks", Json.text("{'title': 'Think'}"))
                    .data(201);

            String first = readers.get(0).laterEvent().getOrDefault("id", "none");

            assertThat(first).startsWith("evt_");
            assertThat(readers.subList(1, READERS))
                    .allSatisfy(reader -> assertThat(reader.laterEvent()).containsEntry("id", first));
        } finally {
            readers.forEach(EventClient::close);
        }
    }

    @Test
    void doNotWaitForOneWhoDoesNotRead() {
        String bulk = "x".repeat(100_000);
        try (EventClient slow = reader("");
                EventClient fast = reader("?type=task")) {
            IntStream.range(0, 300).forEach(i -> happen("failed", bulk));
            server.capx(BusyKey.NAME)
                    .post("/companies/co_demo/tasks", Json.text("{'title': 'Think'}"))
                    .data(201);

            assertThat(fast.laterEvent()).containsEntry("event", "task");
            List<String> block = slow.block();
            while (block.size() == 3 || block.equals(List.of(": still here"))) {
                block = slow.block();
            }
            assertThat(block).containsExactly(": cut off, since too much was waiting to be read");
            assertThat(slow.block()).isEmpty();
        }
    }
}
