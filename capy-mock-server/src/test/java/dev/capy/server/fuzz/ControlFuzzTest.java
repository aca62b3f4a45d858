package dev.capy.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation of the control plane, asked wrongly in every way that its document does not allow. */
class ControlFuzzTest {

    private static final int ONE_MIB = 1 << 20;

    @Test
    void refusesWhatTheDocumentDoesNotAllow() {
        List<Attempt> wrong = new Requests(Spec.ofControl())
                .systematic().stream()
                        .filter(attempt -> !attempt.isRight())
                        .filter(attempt -> attempt.body().length() <= ONE_MIB) // some take more
                        .toList();
        assertThat(wrong).hasSizeGreaterThan(500);

        try (TestServer server = TestServer.manual()) {
            String before = server.world().digest();
            String base = server.server().controlUri().toString();
            for (Attempt attempt : wrong) {
                assertThat(attempt.send(server.control()).status())
                        .as(() -> attempt.curl(base))
                        .isIn(413, 415, 422);
            }
            assertThat(server.world().digest()).isEqualTo(before);
        }
    }
}
