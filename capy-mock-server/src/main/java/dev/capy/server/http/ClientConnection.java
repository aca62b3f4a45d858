package dev.capy.server.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** The connection that a request came on, to be broken. Nothing may be answered on it afterwards. */
final class ClientConnection {

    private static final int BUFFER = 1 << 10;

    private final EndPoint endPoint;
    private final Request request;

    ClientConnection(Request request) {
        this.request = request;
        this.endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    }

    /** The other side sees that it was broken off. */
    void reset() {
        try {
            if (endPoint.getTransport() instanceof SocketChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            // it is gone already
        }
        endPoint.close();
    }

    /** The other side sees that nothing more comes. */
    void close() {
        endPoint.close();
    }

    /** Runs {@code work} once, when the other side has gone or {@code limit} has passed. */
    void whenGone(Duration limit, Runnable work) {
        request.getConnectionMetaData()
                .getConnector()
                .getScheduler()
                .schedule(work, limit.toMillis(), TimeUnit.MILLISECONDS);
        listen(work);
    }

    private void listen(Runnable work) {
        endPoint.tryFillInterested(Callback.from(
                () -> {
                    if (hasEnded()) {
                        work.run();
                    } else {
                        listen(work);
                    }
                },
                failure -> work.run()));
    }

    private boolean hasEnded() {
        ByteBuffer scrap = BufferUtil.allocate(BUFFER);
        try {
            int read = endPoint.fill(scrap);
            while (read > 0) {
                BufferUtil.clear(scrap);
                read = endPoint.fill(scrap);
            }
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
