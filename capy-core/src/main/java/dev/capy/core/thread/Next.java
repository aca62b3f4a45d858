package dev.capy.core.thread;

import dev.capy.core.script.CaptainStep.Obstacle;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What comes after a Captain has done a step. */
sealed interface Next {

    /** The next step, at once. */
    record GoOn() implements Next {}

    /** The next step, after a turn. */
    record Turn(Duration duration) implements Next {}

    /**
     * Nothing, until something has happened.
     *
     * @param on what, in the API's word
     * @param timer after which time it has; null when time does not do it
     */
    record Wait(String on, @Nullable Duration timer) implements Next {}

    /** Nothing, until a person has taken this out of the way. */
    record Blocked(Obstacle on) implements Next {}

    /** Nothing, until somebody has answered. */
    record Asks() implements Next {}

    /** Nothing any more, and this is what it says of it. */
    record GivesUp(String message) implements Next {}

    /** Nothing any more, and nobody will ask for it. */
    record Archives() implements Next {}
}
