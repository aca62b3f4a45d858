package dev.capy.server.http;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the APIs right on Jetty, at less than half of what a servlet costs, and leaves the control plane to the handler
 * behind it. Thread-safe.
 */
final class Entrance extends Handler.Wrapper {

    private final Serving serving;

    Entrance(Serving serving, Handler control) {
        super(control);
        this.serving = serving;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Incoming incoming = new Incoming(request, response);
        if (Serving.isForControl(incoming.path())) {
            return super.handle(request, response, callback);
        }
        serving.api(incoming);
        CompletableFuture<?> over = incoming.over();
        if (over == null) {
            callback.succeeded();
        } else {
            over.whenComplete((done, failure) -> callback.succeeded());
        }
        return true;
    }
}
