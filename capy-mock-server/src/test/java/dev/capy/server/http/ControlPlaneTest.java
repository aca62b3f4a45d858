package dev.capy.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.server.fault.FaultInjection;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** The control plane, which starts when somebody asks for the first time. */
class ControlPlaneTest {

    private static final String HEALTH = ControlGateway.ROOT + "/health";

    private final FaultInjection nothing = new FaultInjection();
    private final ControlPlane plane = new ControlPlane(new Serving(
            List.of(),
            TestControl.with((call, last) -> feed -> {}),
            new Observers(List.of(), List.of()),
            nothing,
            new Answering(nothing, new UnderWay())));

    @Test
    void startsWhenSomebodyAsks() throws Exception {
        try (LocalServer server = new LocalServer(plane)) {
            assertThat(LocalServer.answer(server.ask(HEALTH))).doesNotContain("HTTP/1.1 5");
        }
    }

    @Test
    void doesNotStartAnyMoreWhenTheServerEnds() throws Exception {
        try (LocalServer server = new LocalServer(new EndingFirst(plane))) {
            assertThat(LocalServer.answer(server.ask(HEALTH)))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("The server ends")
                    .doesNotContain("cannot be read");
            assertThat(plane.isStopped()).isTrue();
        }
    }

    /** Passes a request on that came in just before the end. */
    private static final class EndingFirst extends Handler.Wrapper {

        private EndingFirst(Handler handler) {
            super(handler);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            getHandler().stop();
            return super.handle(request, response, callback);
        }
    }
}
