package dev.capy.server.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What answers are called by in their header {@code X-Request-Id}. */
final class RequestId {

    private RequestId() {}

    /** A new one. */
    static String next() {
        return "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
