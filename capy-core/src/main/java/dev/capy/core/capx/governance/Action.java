package dev.capy.core.capx.governance;

import java.util.Objects;

/**
 * Something that is about to be done.
 *
 * @param name what policies and approvals call it: a tool, or what the API does, for example {@code create_task}
 * @param cost how many credits it takes
 * @param estimate how many credits all that follows from it is thought to take
 * @param kind what kind of thing it is
 */
public record Action(String name, long cost, long estimate, Kind kind) {

    /** What kind of thing an action is. */
    public enum Kind {
        /** A whole task is begun. */
        TASK,
        /** A tool is used. */
        TOOL,
        /** Anything else that an agent or a caller does. */
        OTHER
    }

    public Action {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
    }

    public static Action task(long cost, long estimate) {
        return new Action("create_task", cost, estimate, Kind.TASK);
    }

    public static Action tool(String name, long cost) {
        return new Action(name, cost, cost, Kind.TOOL);
    }

    public static Action other(String name, long cost) {
        return new Action(name, cost, cost, Kind.OTHER);
    }
}
