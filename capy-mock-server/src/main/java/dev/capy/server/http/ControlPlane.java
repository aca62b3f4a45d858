package dev.capy.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.servlet.JavalinServlet;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Serves the control plane with Javalin, which starts when somebody asks for the first time. Thread-safe. */
final class ControlPlane extends Handler.Abstract {

    private final Serving serving;
    private volatile @Nullable Handler javalin;

    ControlPlane(Serving serving) {
        this.serving = serving;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Handler plane = started();
        if (plane != null) {
            return plane.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        TryAgain.answer(request, response, callback, "The server ends");
        return true;
    }

    /** Null when the server ends. */
    private @Nullable Handler started() throws Exception {
        Handler known = javalin;
        return known == null ? begin() : known;
    }

    private synchronized @Nullable Handler begin() throws Exception {
        if (javalin == null && isRunning()) {
            javalin = servlets();
        }
        return javalin;
    }

    private Handler servlets() throws Exception {
        ServletContextHandler context = new ServletContextHandler("/");
        JavalinServlet servlet = new JavalinServlet(Javalin.create(this::configure).unsafe);
        context.addServlet(new ServletHolder(servlet), "/*");
        context.setServer(getServer());
        context.start();
        return context;
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.routes.before(context -> {
            serve(context);
            context.skipRemainingHandlers();
        });
    }

    private void serve(Context context) throws IOException {
        ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
        // the servlet's own response would miss what goes past it
        Incoming incoming =
                new Incoming(request, request.getServletContextResponse().getWrapped());
        serving.control(incoming);
        CompletableFuture<?> over = incoming.over();
        if (over != null) {
            context.future(() -> {
                context.req().getAsyncContext().setTimeout(0);
                return over;
            });
        }
    }

    @Override
    protected synchronized void doStop() throws Exception {
        LifeCycle.stop(javalin);
        super.doStop();
    }
}
