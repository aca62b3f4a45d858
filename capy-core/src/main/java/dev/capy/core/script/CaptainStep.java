package dev.capy.core.script;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a Captain does. Texts may name {@code {{title}}}, {@code {{prompt}}}, {@code {{results}}} and, after
 * {@link AskUser}, {@code {{reply}}}.
 */
public sealed interface CaptainStep {

    /**
     * Takes a turn.
     *
     * @param duration how long exactly; null for as long as a turn takes
     */
    record Think(@Nullable Duration duration) implements CaptainStep {
        public Think {
            Durations.requireNotNegative(duration);
        }
    }

    /** Writes a message. */
    record Say(String text) implements CaptainStep {
        public Say {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Has Build agents do tasks, at the same time. Fails in a project without repositories. */
    record Delegate(List<Assignment> assignments) implements CaptainStep {
        public Delegate {
            assignments = List.copyOf(assignments);
        }
    }

    /** Waits until every task of the thread has come to an end. */
    record WaitForTasks() implements CaptainStep {}

    /** Waits for something that goes on outside the thread. */
    record WaitFor(Awaited what) implements CaptainStep {
        public WaitFor {
            Objects.requireNonNull(what, "what");
        }
    }

    /** Waits for time to pass, exactly. */
    record WaitForTimer(Duration duration) implements CaptainStep {
        public WaitForTimer {
            Durations.requireNotNegative(duration);
        }
    }

    /** Is blocked until somebody unblocks the thread. */
    record Block(Obstacle on) implements CaptainStep {
        public Block {
            Objects.requireNonNull(on, "on");
        }
    }

    /** Writes a question and rests until the next message, which is the reply. */
    record AskUser(String question) implements CaptainStep {
        public AskUser {
            Objects.requireNonNull(question, "question");
        }
    }

    /** Spends tokens beyond those of its turns. */
    record Spend(long inputTokens, long outputTokens) implements CaptainStep {
        public Spend {
            Tokens.requireNotNegative(inputTokens, outputTokens);
        }
    }

    /** Gives up: writes a message, and the thread stops as if somebody had stopped it. */
    record Fail(String message) implements CaptainStep {
        public Fail {
            Objects.requireNonNull(message, "message");
        }
    }

    /** Archives its own thread. */
    record Archive() implements CaptainStep {}

    /** What a Captain can wait for; tasks and timers have steps of their own. */
    enum Awaited {
        /** The checks of the pull requests of its tasks: at least one each, and all of them completed. */
        CI,
        /**
         * The reviews of the pull requests of its tasks: those of their newest commits that nobody has asked for yet it asks
         * for, and none is under way any more.
         */
        REVIEW,
        /** Something that works for it outside the platform, and says when it is done. */
        WORKER;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What only a person can take out of a Captain's way. */
    enum Obstacle {
        AUTH,
        PERMISSION;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A task for a Build agent.
     *
     * @param title what it is called
     * @param prompt what is to be done
     * @param steps what the Build agent does in the first run; null where scripts decide as for any other task
     */
    record Assignment(String title, String prompt, @Nullable List<BuildStep> steps) {
        public Assignment {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(prompt, "prompt");
            steps = steps == null ? null : List.copyOf(steps);
        }
    }
}
