package dev.capy.core.setup;

/** A part of making a machine ready: a barrier, inside which the scripts of all repositories run side by side. */
public enum Phase {
    /** Prepares a fresh machine, or the build of a snapshot. */
    INITIALIZE("initialize"),
    /** Brings a restored or reused machine up to date with what was checked out. */
    UPDATE_AFTER_CHECKOUT("updateAfterCheckout"),
    /** Starts services, once the machine is ready. */
    STARTUP("startup");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** The API's word for it. */
    public String word() {
        return word;
    }
}
