package dev.capy.tests.samples;

import dev.capy.core.CapyWorld;
import dev.capy.junit.CapyExtension;
import dev.capy.junit.CapyTest;
import dev.capy.server.CapyServer;
import dev.capy.server.ServedWorld;
import dev.capy.server.fault.Effect;
import dev.capy.server.fault.Fault;
import dev.capy.server.verify.Count;
import dev.capy.server.verify.RequestPattern;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that leave something behind; others run them and look at what is said. */
public class Leaking {

    @Nested
    @CapyTest
    class Worlds {

        @Test
        void leavesAWorldOpen(CapyServer server) {
            server.open(CapyWorld.builder().build());
        }

        @Test
        void failsAndLeavesAWorldOpen(CapyServer server) {
            server.open(CapyWorld.builder().build());
            Assertions.fail("on purpose");
        }

        @Test
        void closesItsWorld(CapyServer server) {
            server.open(CapyWorld.builder().build()).close();
        }
    }

    @Nested
    @CapyTest
    class Requests {

        @Test
        void leavesARequestUnanswered(ServedWorld capy) {
            askAndStall(capy);
        }

        @Test
        void givesUpOnARequestThatAFaultHoldsBack(ServedWorld capy) {
            askAnd(Effect.latency(Duration.ofMinutes(1)).inWallTime(), capy).cancel(true);
        }

        @Test
        void answersAll(ServedWorld capy) throws Exception {
            HttpClient.newHttpClient().send(request(capy), BodyHandlers.discarding());
        }
    }

    @Nested
    class WhereThatIsAllowed {

        @RegisterExtension
        final CapyExtension capy = CapyExtension.builder().leakCheck(false).build();

        @Test
        void mayLeaveARequestUnanswered() {
            askAndStall(capy.served());
        }
    }

    private static void askAndStall(ServedWorld capy) {
        askAnd(Effect.stall(), capy);
    }

    /** Asks, and returns when the request has arrived. */
    private static Future<?> askAnd(Effect effect, ServedWorld capy) {
        RequestPattern projects = RequestPattern.operation("listProjects");
        capy.faults().add(Fault.when(projects).then(effect));
        Future<?> answer = HttpClient.newHttpClient().sendAsync(request(capy), BodyHandlers.discarding());
        capy.verify(projects, Count.once()).within(Duration.ofSeconds(30));
        return answer;
    }

    private static HttpRequest request(ServedWorld capy) {
        return HttpRequest.newBuilder(URI.create(capy.baseUri() + "/v1/projects"))
                .header("Authorization", "Bearer " + capy.token())
                .build();
    }
}
