package dev.capy.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One kept connection with at most one request under way. */
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final AnswerReader answer = new AnswerReader();
    private final ByteBuffer request;
    private long startedNanos;

    Connection(int port, byte[] request, Selector selector) throws IOException {
        this.channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        this.request = ByteBuffer.wrap(request);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends the request; {@code nanos} is when it was to be sent. */
    void send(long nanos) throws IOException {
        startedNanos = nanos;
        answer.clear();
        request.rewind();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Whether the answer is complete now. */
    boolean read() throws IOException {
        if (!answer.read(channel)) {
            return false;
        }
        if (!answer.isSuccess()) {
            throw new IOException("not a success: " + answer.text());
        }
        return true;
    }

    /** The whole answer, head and body. */
    String answer() {
        return answer.text();
    }

    long startedNanos() {
        return startedNanos;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
