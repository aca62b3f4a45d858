package dev.capy.core.kernel.error;

import java.time.Duration;

/** What was asked for cannot be kept now, and may be later: its world or its store is full, or the store is away. Nothing happened. */
public final class Unavailable extends CapyException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /**
     * @param message the sentence for the caller
     * @param retryAfter after how much real time it is worth asking again
     */
    public Unavailable(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /**
     * @param message the sentence for the caller
     * @param retryAfter after how much real time it is worth asking again
     * @param cause why
     */
    public Unavailable(String message, Duration retryAfter, Throwable cause) {
        super(message);
        this.retryAfter = retryAfter;
        initCause(cause);
    }

    /** After how much real time it is worth asking again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
