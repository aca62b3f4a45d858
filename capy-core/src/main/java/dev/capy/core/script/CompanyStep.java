package dev.capy.core.script;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an agent of a Capx company does at a task. Texts may name {@code {{title}}}, {@code {{description}}} and
 * {@code {{role}}}. A script is for a task by its company ({@code project}), by what its title and description say
 * ({@code prompt}), and by the agent's role ({@code tag}).
 */
public sealed interface CompanyStep {

    /**
     * Takes a turn, which is one call of the agent's model.
     *
     * @param duration how long exactly; null for as long as a turn takes
     */
    record Think(@Nullable Duration duration) implements CompanyStep {
        public Think {
            Durations.requireNotNegative(duration);
        }
    }

    /** Says what came of the task; what is said last is its result. */
    record Say(String text) implements CompanyStep {
        public Say {
            Objects.requireNonNull(text, "text");
        }
    }

    /** Uses a tool, if governance lets it. */
    record Use(String tool) implements CompanyStep {
        public Use {
            Objects.requireNonNull(tool, "tool");
        }
    }

    /** Spends credits beyond those of its turns and tools. */
    record Spend(long credits) implements CompanyStep {
        public Spend {
            if (credits < 0) {
                throw new IllegalArgumentException("credits must not be negative, were " + credits);
            }
        }
    }

    /**
     * Asks a person whether it may go on, and waits for the answer.
     *
     * @param action what it means to do, for example {@code publish}
     * @param context why
     * @param cost how many credits it thinks that takes
     */
    record RequestApproval(String action, String context, long cost) implements CompanyStep {
        public RequestApproval {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(context, "context");
            if (cost < 0) {
                throw new IllegalArgumentException("a cost must not be negative, was " + cost);
            }
        }
    }

    /** Gives up: the task has failed. */
    record Fail(String message) implements CompanyStep {
        public Fail {
            Objects.requireNonNull(message, "message");
        }
    }
}
