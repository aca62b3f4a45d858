package dev.capy.server.http;

import java.net.URI;

/** Knows which server serves a world, where several share them. Thread-safe. */
public interface Whereabouts {

    /** Where a world is served. */
    sealed interface Place {

        /** Here, or nobody knows of it. */
        Place HERE = new Here();

        /** On its way from one server to another. */
        Place NOWHERE_YET = new NowhereYet();

        /** Here. */
        record Here() implements Place {}

        /** Nowhere for a moment. */
        record NowhereYet() implements Place {}

        /**
         * On another server.
         *
         * @param origin its scheme, host and port
         */
        record At(URI origin) implements Place {}
    }

    /** Where the world is that a bearer token or a key opens. */
    Place ofToken(String token);

    /** Where the world is that has the URL of an incoming webhook. */
    Place ofWebhook(String secret);

    /** Where the world with this id is. */
    Place ofWorld(String id);
}
