package dev.capy.core.script;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One thing that a Captain does. Texts may name {@code {{title}}}, {@code {{prompt}}} and {@code {{results}}}. */
public sealed interface CaptainStep {

    /**
     * Takes a turn.
     *
     * @param duration how long exactly; null for as long as a turn takes
     */
    record Think(@Nullable Duration duration) implements CaptainStep {}

    /** Writes a message. */
    record Say(String text) implements CaptainStep {
        public Say {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Has Build agents do tasks, at the same time. Nothing happens in a project without repositories. */
    record Delegate(List<Assignment> assignments) implements CaptainStep {
        public Delegate {
            assignments = List.copyOf(assignments);
        }
    }

    /** Waits until every task of the thread has come to an end. */
    record WaitForTasks() implements CaptainStep {}

    /**
     * A task for a Build agent.
     *
     * @param title what it is called
     * @param prompt what is to be done
     */
    record Assignment(String title, String prompt) {
        public Assignment {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(prompt, "prompt");
        }
    }
}
