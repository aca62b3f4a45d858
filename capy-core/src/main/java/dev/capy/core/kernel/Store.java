package dev.capy.core.kernel;

import dev.capy.core.kernel.error.Unavailable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the commits of a world are kept. Called under the world's lock, by one thread at a time.
 *
 * <p>A store may keep commits later than it takes them, and many at once. A writer's answer leaves when its commits are kept,
 * and readers see nothing that is not.
 */
public interface Store {

    /** What {@link #commit} answers when a commit is kept at once. */
    CompletableFuture<Void> KEPT = CompletableFuture.completedFuture(null);

    /** What was kept earlier; empty when nothing was, and the world is to be made from its fixture. */
    Optional<Image> load();

    /**
     * Takes a commit. When it throws, the commit does not happen.
     *
     * @param commit what one transaction did
     * @return completes when it is kept, not before any commit that was taken earlier; ends with an exception when it cannot
     *     be kept, and then nothing that was taken later will be
     * @throws Unavailable when it takes nothing now
     */
    CompletableFuture<Void> commit(Commit commit);

    /**
     * The world goes back to what was kept last, after commits were not: takes new ones from now on.
     *
     * @return where the world stands when that is not where the commits led that are known to be kept: nobody could know
     *     what had become of the last ones; empty otherwise
     * @throws Unavailable when it takes nothing yet
     */
    default Optional<Image> resume() {
        return Optional.empty(); // whoever keeps commits at once has nothing to forget
    }

    /**
     * Keeps a whole world in place of all that was kept, before it returns. When it throws, the world stays what it was.
     *
     * @param moment what the world is from now on
     * @param settings what it is built with
     */
    default void replace(Moment moment, Record settings) {
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
            public CompletableFuture<Void> commit(Commit commit) {
                return KEPT; // memory has it already
            }

            @Override
            public void replace(Moment moment, Record settings) {
                // memory has it already
            }
        };
    }
}
