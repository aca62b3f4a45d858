package dev.capy.core.kernel;

/**
 * Something outside the world that is done when a timeline entry falls due, such as a call over a network. Meanwhile the
 * world's time stands still and the entry stays where it is, while everybody may look at the world and change it: whoever
 * is called may call back. After a restart in between it is done again.
 *
 * @param <T> the kind of timer
 */
@FunctionalInterface
public interface Errand<T> {

    /**
     * Does it, and waits for it at most as long as everybody can wait for the world's time.
     *
     * @param view the world as it is when the errand begins
     * @return what follows, in a transaction of its own; not if the entry has left the timeline meanwhile
     */
    Handler<T> run(View view, T what);
}
