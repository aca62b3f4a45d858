package dev.capy.core.kernel.error;

/** The request is well formed, and collides with the state that something is in. */
public final class Conflict extends CapyException {

    private static final long serialVersionUID = 1L;

    public Conflict(String message) {
        super(message);
    }
}
