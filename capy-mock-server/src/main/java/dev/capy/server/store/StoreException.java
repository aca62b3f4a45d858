package dev.capy.server.store;

/** A database cannot be used; the message is a sentence that says what to do. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
