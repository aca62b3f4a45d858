package dev.capy.core.kernel.error;

/**
 * What the domain throws when it refuses something. The family is closed: whoever translates it to a transport handles
 * every case, checked by the compiler.
 *
 * <p>A transaction that ends with one of these leaves no trace: no record, no event, no timeline entry, no drawn id.
 */
public abstract sealed class CapyException extends RuntimeException
        permits NotFound, Forbidden, Invalid, Conflict, Gone, NotReady, Unavailable, GovernanceBlocked {

    private static final long serialVersionUID = 1L;

    CapyException(String message) {
        super(message);
    }

    /** What happened, in a sentence fit for the caller. Never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
