package dev.capy.server.http;

/** A part of the server whose exchanges are watched and can be interfered with. Thread-safe. */
public sealed interface Gateway permits ApiGateway, CapxGateway, WebhookGateway {

    /** What the paths begin with that it answers; a slash follows. */
    String root();

    /** Finds out whose request it is and what it asks for, as far as that can be known. */
    void identify(Incoming incoming, Exchange exchange, String method, String path);

    /**
     * Answers it.
     *
     * @param path the raw path below {@link #root()}
     */
    Reply handle(Incoming incoming, Exchange exchange, String method, String path);
}
