package dev.capy.core.capx.governance;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Which tools agents may use, and how freely.
 *
 * @param mode how freely
 * @param allowedTools the only tools that may be used; empty for any
 * @param blockedTools tools that may not be used
 */
public record ExecutionPolicy(Mode mode, List<String> allowedTools, List<String> blockedTools) {

    /** Everything, freely. */
    public static final ExecutionPolicy AUTO = new ExecutionPolicy(Mode.AUTO, List.of(), List.of());

    /** How freely agents act (source: blog on playbooks). */
    public enum Mode {
        AUTO,
        /** A person approves every task first. */
        REVIEW,
        /** Nothing may be done. */
        BLOCKED;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ExecutionPolicy {
        Objects.requireNonNull(mode, "mode");
        allowedTools = List.copyOf(allowedTools);
        blockedTools = List.copyOf(blockedTools);
    }

    public ExecutionPolicy mode(Mode other) {
        return new ExecutionPolicy(other, allowedTools, blockedTools);
    }

    public ExecutionPolicy allow(String... tools) {
        return new ExecutionPolicy(mode, List.of(tools), blockedTools);
    }

    public ExecutionPolicy block(String... tools) {
        return new ExecutionPolicy(mode, allowedTools, List.of(tools));
    }
}
