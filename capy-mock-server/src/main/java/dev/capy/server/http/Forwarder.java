package dev.capy.server.http;

import dev.capy.server.http.Whereabouts.Place;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes requests on to the server that has their world; lets those through whose world is here. Thread-safe. */
final class Forwarder extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);

    /** What says that a request was passed on once, which is as often as it may. */
    private static final String FORWARDED = "X-Capy-Forwarded";

    private static final String TARGET = Forwarder.class.getName() + ".target";
    private static final int MOST_CONNECTIONS = 10_000;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private final Whereabouts whereabouts;
    private final ControlGuard guard;
    private final Passing passing = new Passing();

    /**
     * @param guard who may use the control plane: the other server would take this one for the caller
     * @param here who serves what is not passed on
     */
    Forwarder(Whereabouts whereabouts, ControlGuard guard, Handler here) {
        super(here);
        this.whereabouts = whereabouts;
        this.guard = guard;
        addBean(passing);
    }

    @Override
    public void setServer(Server server) {
        super.setServer(server);
        passing.setServer(server);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Place place = mayPass(request, response) ? place(request) : Place.HERE;
        if (place instanceof Place.Here) {
            return super.handle(request, response, callback);
        } else if (place instanceof Place.At distant && request.getHeaders().get(FORWARDED) == null) {
            request.setAttribute(TARGET, distant.origin());
            return passing.handle(request, response, callback);
        }
        TryAgain.answer(request, response, callback, "The world moves from one server to another: try again soon");
        return true;
    }

    /** Who may not is refused here, as if the world were. */
    private boolean mayPass(Request request, Response response) {
        if (!Destination.isControl(request)) {
            return true;
        }
        try {
            guard.check(new Incoming(request, response));
            return true;
        } catch (HttpError e) {
            return false;
        }
    }

    private Place place(Request request) {
        try {
            return Destination.of(request).place(whereabouts);
        } catch (RuntimeException e) {
            LOG.warn("Nobody can say where the world of a request is: {}", e.getMessage());
            return Place.NOWHERE_YET;
        }
    }

    /** The way to the other server and back, for bodies of any length and streams. */
    private static final class Passing extends ProxyHandler.Reverse {

        private Passing() {
            super(Passing::target);
        }

        private static HttpURI target(Request request) {
            URI origin = (URI) Objects.requireNonNull(request.getAttribute(TARGET));
            return HttpURI.build(request.getHttpURI())
                    .scheme(origin.getScheme())
                    .host(origin.getHost())
                    .port(origin.getPort());
        }

        @Override
        protected void configureHttpClient(HttpClient client) {
            super.configureHttpClient(client);
            client.setConnectTimeout(CONNECT_LIMIT.toMillis());
            client.setIdleTimeout(0); // callers decide how long they wait
            client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        }

        @Override
        protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request passed) {
            super.addProxyHeaders(request, passed);
            String host = request.getHeaders().get(HttpHeader.HOST);
            passed.headers(headers -> {
                headers.put(FORWARDED, "1");
                if (host != null) {
                    headers.put(HttpHeader.HOST, host);
                }
            });
        }

        private static boolean neverReached(Throwable failure) {
            return failure instanceof ConnectException
                    || failure instanceof NoRouteToHostException
                    || failure instanceof SocketTimeoutException
                    || failure instanceof UnresolvedAddressException
                    || failure instanceof UnknownHostException;
        }

        @Override
        protected void onServerToProxyResponseFailure(
                Request request,
                org.eclipse.jetty.client.Request passed,
                org.eclipse.jetty.client.Response answer,
                Response response,
                Callback callback,
                Throwable failure) {
            if (!response.isCommitted() && neverReached(failure)) {
                TryAgain.answer(
                        request, response, callback, "The server that has the world cannot be reached: try again soon");
            } else {
                // nobody knows what came of it, as if the caller's own connection had broken
                request.getConnectionMetaData().getConnection().getEndPoint().close(failure);
                callback.failed(failure);
            }
        }
    }
}
