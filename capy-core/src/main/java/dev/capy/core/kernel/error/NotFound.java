package dev.capy.core.kernel.error;

/** What was asked for does not exist, or must look to this caller as if it did not. */
public final class NotFound extends CapyException {

    private static final long serialVersionUID = 1L;

    public NotFound(String message) {
        super(message);
    }
}
