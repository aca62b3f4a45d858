package dev.capy.server.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.LocalConnector.LocalEndPoint;
import org.eclipse.jetty.server.Server;

/** Asks one handler, over a connection that is memory alone. */
final class LocalServer implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final Server server = new Server();
    private final LocalConnector connector = new LocalConnector(server);

    LocalServer(Handler handler) throws Exception {
        server.addConnector(connector);
        server.setHandler(handler);
        server.start();
    }

    /** The connection on which the answer comes. */
    LocalEndPoint ask(String path) {
        return connector.executeRequest("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    /** The whole answer, head and body. */
    static String answer(LocalEndPoint connection) throws Exception {
        return connection.getResponse(false, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
