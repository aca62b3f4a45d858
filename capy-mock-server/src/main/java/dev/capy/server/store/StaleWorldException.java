package dev.capy.server.store;

/** Another node owns a world by now. */
final class StaleWorldException extends StoreException {

    private static final long serialVersionUID = 1;

    private final transient JdbiStore store;

    StaleWorldException(JdbiStore store) {
        super("the world " + store.world() + " belongs to another node by now");
        this.store = store;
    }

    /** Which one. */
    JdbiStore store() {
        return store;
    }
}
