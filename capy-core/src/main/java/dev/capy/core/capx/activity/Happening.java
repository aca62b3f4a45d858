package dev.capy.core.capx.activity;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened, before it is recorded.
 *
 * @param type its kind
 * @param action a word for what was done, for example {@code completed}
 * @param event its dotted name, by which webhooks ask for it, for example {@code task.completed}
 * @param actor who did it
 * @param summary a sentence
 * @param resource what it was done to
 * @param cost how many credits that took
 * @param purpose what the credits were spent on, where any were
 */
public record Happening(
        ActivityType type,
        String action,
        String event,
        Actor actor,
        String summary,
        Resource resource,
        long cost,
        Purpose purpose) {

    /**
     * What credits were spent on.
     *
     * @param model the model that was called; null for none
     * @param playbookId the playbook that it was done for; null for none
     */
    public record Purpose(@Nullable String model, @Nullable String playbookId) {

        public static final Purpose NONE = new Purpose(null, null);
    }

    public Happening {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(purpose, "purpose");
        if (cost < 0) {
            throw new IllegalArgumentException("a cost must not be negative, was " + cost);
        }
    }

    /** Something that the system does and that costs nothing; its name is made of the resource's type and the action. */
    public static Happening of(ActivityType type, Resource resource, String action, String summary) {
        return new Happening(
                type, action, resource.type() + "." + action, Actor.SYSTEM, summary, resource, 0, Purpose.NONE);
    }

    public Happening event(String other) {
        return new Happening(type, action, other, actor, summary, resource, cost, purpose);
    }

    public Happening by(Actor other) {
        return new Happening(type, action, event, other, summary, resource, cost, purpose);
    }

    public Happening cost(long credits) {
        return new Happening(type, action, event, actor, summary, resource, credits, purpose);
    }

    public Happening on(Purpose other) {
        return new Happening(type, action, event, actor, summary, resource, cost, other);
    }
}
