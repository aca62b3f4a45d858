package dev.capy.server.worlds;

/** Is told which worlds come and go, by the thread that opens or closes them. */
public interface WorldFollower {

    /** A world is about to be open to requests. */
    default void opens(HostedWorld hosted) {}

    /** A world is closed: no further request reaches it. */
    default void closed(HostedWorld hosted) {}
}
