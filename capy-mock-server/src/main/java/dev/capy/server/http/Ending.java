package dev.capy.server.http;

/** How an exchange ended, or that it has not. */
public enum Ending {
    /** It goes on. */
    PENDING,
    /** The whole answer was sent. */
    ANSWERED,
    /** The connection was reset. */
    RESET,
    /** The connection was closed before the whole answer was sent. */
    CLOSED,
    /** Nothing was ever sent, and the connection was closed in the end. */
    STALLED,
    /** The caller was gone before the answer. */
    ABANDONED
}
