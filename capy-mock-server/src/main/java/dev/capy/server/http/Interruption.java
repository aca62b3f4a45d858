package dev.capy.server.http;

/** Ends the usual course of an exchange. */
public final class Interruption extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fate fate;

    public Interruption(Fate fate) {
        super(fate.toString(), null, false, false);
        this.fate = fate;
    }

    Fate fate() {
        return fate;
    }
}
