package dev.capy.junit;

import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import dev.capy.server.fault.Effect;
import dev.capy.server.http.Ending;
import dev.capy.server.journal.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a test leaves behind. */
final class Leaks {

    /** An answer is on its way to its caller before it stands in the journal. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Leaks() {}

    /** What is left when a test has ended, one line each. */
    static List<String> of(Session session) {
        List<String> leaks = new ArrayList<>();
        session.ownServer().ifPresent(server -> leaks.addAll(worlds(server)));
        session.served().ifPresent(served -> leaks.addAll(unanswered(served)));
        return leaks;
    }

    private static List<String> worlds(CapyServer server) {
        return server.worlds().stream()
                .filter(served -> served.world() != server.world())
                .map(served -> served + " was opened, and never closed")
                .toList();
    }

    private static List<String> unanswered(ServedWorld served) {
        if (isHeldBack(served)) {
            return List.of();
        }
        List<RecordedRequest> pending =
                served.requests().await(Leaks::pending, List<RecordedRequest>::isEmpty, PATIENCE);
        return pending.stream()
                .map(request -> request + " has no answer yet: whoever sent it is still at work")
                .toList();
    }

    /** Whoever a fault keeps waiting in real time may have given up, which shows only when that time is over. */
    private static boolean isHeldBack(ServedWorld served) {
        return served.faults().all().stream()
                .anyMatch(use -> use.fault().effect() instanceof Effect.Latency latency && latency.wall());
    }

    private static List<RecordedRequest> pending(List<RecordedRequest> requests) {
        return requests.stream()
                .filter(request -> request.ending() == Ending.PENDING)
                .toList();
    }

    /**
     * Fails when there are any.
     *
     * @param otherwise how to be content with them
     */
    static void refuse(String when, List<String> leaks, String otherwise) {
        if (!leaks.isEmpty()) {
            throw new AssertionError(
                    when + ", and left something behind:\n  " + String.join("\n  ", leaks) + "\n(" + otherwise + ")");
        }
    }
}
