package dev.capy.server.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Editions;
import dev.capy.server.contract.Operation;
import dev.capy.server.http.Point;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.BusyKey;
import dev.capy.server.testing.TestServer;
import dev.capy.server.verify.RequestPattern;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Whatever error a document knows, one line brings it about. */
class EveryDocumentedErrorTest {

    @SuppressWarnings("unused")
    private static final List<String> EDITIONS = Editions.NAMES;

    @ParameterizedTest
    @FieldSource("EDITIONS")
    void isWithinReach(String name) {
        Edition edition = Editions.load(name);
        try (TestServer server = TestServer.speaking(name)) {
            for (Operation operation : edition.operations()) {
                IntStream.range(400, 600)
                        .filter(operation::declares)
                        .forEach(status -> reach(server, operation, status));
            }
        }
    }

    @Test
    void isWithinReachInCapx() {
        try (TestServer server = TestServer.of(world -> world.fixture(BusyKey.fixture()))) {
            for (Operation operation : Editions.capx().operations()) {
                IntStream.range(400, 600)
                        .filter(operation::declares)
                        .forEach(status -> reach(server, operation, status, "/capx/v1", BusyKey.NAME));
            }
        }
    }

    private static void reach(TestServer server, Operation operation, int status) {
        reach(server, operation, status, "/api", "capy_demo");
    }

    private static void reach(TestServer server, Operation operation, int status, String root, String token) {
        Faults faults = server.server().faults();
        faults.add(Fault.when(RequestPattern.operation(operation.id()))
                .at(Point.BEFORE_ROUTING)
                .then(Effect.status(status)));

        Answer answer = server.raw()
                .lines(
                        operation.method() + " " + root + operation.path().replaceAll("\\{[^}]*}", "x") + " HTTP/1.1",
                        "Host: a",
                        "Content-Length: 0",
                        "Authorization: Bearer " + token);

        assertThat(answer.status()).as("%s", operation).isEqualTo(status);
        assertThat(operation.check(status, answer.json())).as("%s", operation).isEmpty();
        faults.clear();
    }
}
