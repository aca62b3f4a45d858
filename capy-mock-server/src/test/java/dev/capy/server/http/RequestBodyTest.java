package dev.capy.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** What becomes of a body that is not read at once. */
class RequestBodyTest {

    private static final int LIMIT = 10;
    private static final int PIECE = 20_000;
    private static final int PIECES = 3;

    @Test
    void isReadOnWhereReadingStopped() throws Exception {
        TooLarge handler = new TooLarge();
        try (LocalServer server = new LocalServer(handler)) {
            assertThat(LocalServer.answer(server.ask("/"))).startsWith("HTTP/1.1 200 ");
        }
        assertThat(handler.givenBack).hasValue(PIECES);
    }

    /** Reads too little of a body, and then what is left. */
    private static final class TooLarge extends Handler.Abstract {

        private final AtomicInteger givenBack = new AtomicInteger();

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            RequestBody body = new RequestBody(new InPieces(request, givenBack));
            Exchange exchange = new Exchange("r", "POST", "/", null, Map.of());
            assertThatExceptionOfType(HttpError.class)
                    .isThrownBy(() -> body.readJson(exchange, LIMIT))
                    .withMessageContaining("" + LIMIT);
            body.discard();
            callback.succeeded();
            return true;
        }
    }

    /** A request with a body that comes in pieces, each of which is lent. */
    private static final class InPieces extends Request.Wrapper {

        private final Queue<Content.Chunk> pieces = new ArrayDeque<>();

        private InPieces(Request request, AtomicInteger givenBack) {
            super(request);
            for (int i = 1; i <= PIECES; i++) {
                pieces.add(Content.Chunk.from(ByteBuffer.allocate(PIECE), i == PIECES, givenBack::incrementAndGet));
            }
        }

        @Override
        public long getLength() {
            return -1;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk piece = pieces.poll();
            return piece == null ? Content.Chunk.EOF : piece;
        }
    }
}
