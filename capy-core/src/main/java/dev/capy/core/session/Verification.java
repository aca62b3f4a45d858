package dev.capy.core.session;

/** What is told of a token. */
public sealed interface Verification {

    /** It is good, and names this session. */
    record Valid(Session session, SessionToken token) implements Verification {}

    /** It was good once, and its time is over. */
    record Expired() implements Verification {}

    /** It is not good; why is not told. */
    record Invalid() implements Verification {}
}
