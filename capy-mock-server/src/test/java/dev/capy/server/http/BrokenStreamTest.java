package dev.capy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.fault.FaultInjection;
import dev.capy.server.testing.Answer;
import dev.capy.server.testing.RawClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream whose source fails before it has begun. */
class BrokenStreamTest {

    private static final String HOST = "127.0.0.1";
    private static final String EVENTS = "GET /_capy/events HTTP/1.1";

    private final Ended ended = new Ended();
    private final Listener listener = new Listener(
            new Port(HOST, 0),
            new Answerers(
                    List.of(),
                    TestControl.with((call, last) -> feed -> {
                        throw new IllegalStateException("there is nothing to tell");
                    }),
                    null),
            new Observers(List.of(), List.of(ended)),
            new FaultInjection(),
            Duration.ofSeconds(1));

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void endsForItsReaderAsForWhoeverWatches() throws Exception {
        assertThat(ask(EVENTS).status()).isEqualTo(500);
        assertThat(ended.next()).isEqualTo("/_capy/events 500 ANSWERED");
    }

    @Test
    void leavesTheServerToOthers() {
        ask(EVENTS);

        assertThat(ask("GET /_capy/health HTTP/1.1").status()).isEqualTo(200);
    }

    private Answer ask(String line) {
        return new RawClient(listener.port()).lines(line, "Host: localhost");
    }
}
