package dev.capy.core.kernel;

import java.util.Optional;

/** Where the commits of a world are kept. Called under the world's lock, by one thread at a time. */
public interface Store {

    /** What was kept earlier; empty when nothing was, and the world is to be made from its fixture. */
    Optional<Image> load();

    /**
     * Keeps a commit. When it throws, the commit does not happen.
     *
     * @param commit what one transaction did
     */
    void commit(Commit commit);

    /**
     * Keeps a whole world in place of all that was kept. When it throws, the world stays what it was.
     *
     * @param moment what the world is from now on
     */
    default void replace(Moment moment) {
        throw new IllegalStateException("this store cannot take a whole world");
    }

    /** Keeps nothing: the world lives in memory alone. */
    static Store inMemory() {
        return new Store() {
            @Override
            public Optional<Image> load() {
                return Optional.empty();
            }

            @Override
            public void commit(Commit commit) {
                // memory has it already
            }

            @Override
            public void replace(Moment moment) {
                // memory has it already
            }
        };
    }
}
