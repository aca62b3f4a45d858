package dev.capy.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers from a connection that is kept, whether their length is said or they come in chunks. */
final class AnswerReader {

    private static final int ROOM = 1 << 16;
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "\r\ncontent-length:";
    private static final int STATUS_FROM = 9;

    private final byte[] bytes = new byte[ROOM];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private int head;
    private int length;

    /** Reads on; tells whether the answer is complete. */
    boolean read(ReadableByteChannel channel) throws IOException {
        if (channel.read(buffer) < 0) {
            throw new IOException("the server closed the connection after " + text());
        }
        if (head == 0 && !readHead()) {
            return false;
        }
        return length < 0 ? endsWithLastChunk() : buffer.position() >= head + length;
    }

    private boolean readHead() {
        int end = indexOf(END_OF_HEAD);
        if (end < 0) {
            return false;
        }
        head = end + END_OF_HEAD.length;
        String fields = new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int from = fields.indexOf(LENGTH);
        length = from < 0 ? -1 : number(fields, from + LENGTH.length());
        return true;
    }

    private static int number(String fields, int from) {
        int end = fields.indexOf('\r', from);
        return Integer.parseInt(
                fields.substring(from, end < 0 ? fields.length() : end).strip());
    }

    private int indexOf(byte[] wanted) {
        for (int i = 0; i <= buffer.position() - wanted.length; i++) {
            if (matches(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean endsWithLastChunk() {
        int from = buffer.position() - LAST_CHUNK.length;
        return from >= head - 2 && matches(LAST_CHUNK, from);
    }

    private boolean matches(byte[] wanted, int from) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    boolean isSuccess() {
        return bytes[STATUS_FROM] == '2';
    }

    String text() {
        return new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
    }

    void clear() {
        buffer.clear();
        head = 0;
        length = 0;
    }
}
