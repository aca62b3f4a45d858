package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.capy.server.CapyServer;
import dev.capy.server.api.Operations;
import dev.capy.server.capx.CapxOperations;
import dev.capy.server.capx.CapxStreams;
import dev.capy.server.clock.RealtimeDriver;
import dev.capy.server.cluster.Cluster;
import dev.capy.server.contract.Edition;
import dev.capy.server.contract.Editions;
import dev.capy.server.control.ControlOperations;
import dev.capy.server.events.Caretaker;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.http.ControlHandler;
import dev.capy.server.http.Handlers;
import dev.capy.server.http.OperationHandler;
import dev.capy.server.http.StreamHandler;
import dev.capy.server.http.Text;
import dev.capy.server.http.TextHandler;
import dev.capy.server.journal.Journals;
import dev.capy.server.worlds.WorldOptions;
import dev.capy.server.worlds.Worlds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every operation of every document is answered, and nothing else is. */
class CompletenessTest {

    private static final List<Edition> EDITIONS = CapyServer.EDITIONS.stream()
            .map(edition -> Edition.load("capy-" + edition))
            .toList();

    @Test
    void isGivenForEveryEdition() {
        assertThatNoException().isThrownBy(() -> Handlers.requireComplete(Operations.handlers(), EDITIONS));
    }

    @Test
    void isGivenForTheControlPlane() {
        Map<String, ControlHandler> controls = ControlOperations.handlers(
                new RealtimeDriver(),
                WorldOptions.DEFAULT,
                1,
                new Journals(),
                new FaultInjection(),
                () -> Cluster.alone(new Worlds(1), "node", "", "memory"));
        Map<String, StreamHandler> streams = Map.of("streamEvents", (call, last) -> feed -> {});
        Map<String, TextHandler> texts = Map.of("getMetrics", call -> new Text("text/plain", ""));

        assertThatNoException()
                .isThrownBy(() -> Handlers.requireComplete(
                        Handlers.together(Handlers.together(controls, streams), texts),
                        List.of(Edition.load("control"))));
    }

    @Test
    void isGivenForCapx() {
        Map<String, ?> handlers = CapxOperations.handlers(new CapxStreams(new Caretaker(new Worlds(1))))
                .all();

        assertThatNoException().isThrownBy(() -> Handlers.requireComplete(handlers, List.of(Editions.capx())));
    }

    @Test
    void isRequiredOfEveryDocumentThatIsServed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Handlers.requireAnswered(EDITIONS.get(0), Map.of()))
                .withMessageStartingWith("capy-2026-06 has operations without a handler: [");
    }

    @Test
    void isMissedWithoutAHandler() {
        Map<String, OperationHandler> handlers = new HashMap<>(Operations.handlers());
        handlers.remove("getThread");
        handlers.remove("getTask");

        assertThatIllegalStateException()
                .isThrownBy(() -> Handlers.requireComplete(handlers, EDITIONS))
                .withMessageContaining("operations without a handler: [getTask, getThread]");
    }

    @Test
    void isMissedWithAHandlerTooMany() {
        Map<String, OperationHandler> handlers = new HashMap<>(Operations.handlers());
        handlers.put("deleteEverything", call -> call.body());

        assertThatIllegalStateException()
                .isThrownBy(() -> Handlers.requireComplete(handlers, EDITIONS))
                .withMessageContaining("handlers without an operation: [deleteEverything]");
    }
}
