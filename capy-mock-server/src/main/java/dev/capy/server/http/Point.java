package dev.capy.server.http;

/** Where on its way an exchange can be interfered with. */
public enum Point {
    /** It has arrived; what it asks for has not been checked and its body has not been read. */
    BEFORE_ROUTING,
    /** It is well formed and nothing has been done about it. */
    BEFORE_HANDLING,
    /** What it asked for is done, and no answer is on its way. */
    AFTER_COMMIT,
    /** The answer is about to be sent. */
    WHILE_SENDING,
    /** Not a request to the API, but one of its own: a webhook is about to be told. */
    DELIVERY
}
