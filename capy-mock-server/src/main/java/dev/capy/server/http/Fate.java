package dev.capy.server.http;

import java.time.Duration;

/** What becomes of an exchange that is interfered with. */
public sealed interface Fate {

    /** This is answered. */
    record Answered(Reply reply) implements Fate {}

    /** The connection is reset. */
    record Reset() implements Fate {}

    /** The connection is closed. */
    record Closed() implements Fate {}

    /** Nothing happens until the caller goes, the server ends or {@code limit} has passed; then it is closed. */
    record Stalled(Duration limit) implements Fate {}
}
