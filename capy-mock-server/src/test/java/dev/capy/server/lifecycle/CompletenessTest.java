package dev.capy.server.lifecycle;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.capy.server.CapyServer;
import dev.capy.server.api.Operations;
import dev.capy.server.contract.Edition;
import dev.capy.server.http.Handlers;
import dev.capy.server.http.OperationHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server starts only when every operation is answered, and nothing else is. */
class CompletenessTest {

    private static final List<Edition> EDITIONS = CapyServer.EDITIONS.stream()
            .map(edition -> Edition.load("capy-" + edition))
            .toList();

    @Test
    void isGivenForEveryEdition() {
        assertThatNoException().isThrownBy(() -> Handlers.requireComplete(Operations.handlers(), EDITIONS));
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
