package dev.capy.core.kernel.error;

/** The caller is known, and may not do this. */
public final class Forbidden extends CapyException {

    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
        super(message);
    }
}
