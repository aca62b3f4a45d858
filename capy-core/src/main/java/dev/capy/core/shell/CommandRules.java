package dev.capy.core.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The programs of a world that the shell does not know by itself. Immutable and thread-safe.
 *
 * @param rules the first that matches wins
 * @param strict whether a program without a rule fails with 127 at once; otherwise it succeeds silently
 * @param unknownDuration how long a program without a rule takes before the caller's {@link Pace}
 */
public record CommandRules(List<CommandRule> rules, boolean strict, Duration unknownDuration) {

    /** How long a program without a rule takes when nothing else is said. */
    public static final Duration DEFAULT_UNKNOWN_DURATION = Duration.ofSeconds(3);

    /** No rules; unknown programs succeed. */
    public static final CommandRules NONE = new CommandRules(List.of(), false, DEFAULT_UNKNOWN_DURATION);

    public CommandRules {
        rules = List.copyOf(rules);
        if (unknownDuration.isNegative()) {
            throw new IllegalArgumentException("unknownDuration must not be negative, was " + unknownDuration);
        }
    }

    /** These rules; unknown programs succeed after three seconds. */
    public static CommandRules of(CommandRule... rules) {
        return new CommandRules(List.of(rules), false, DEFAULT_UNKNOWN_DURATION);
    }

    /** The same rules where a program without one is not found. */
    public CommandRules strictly() {
        return new CommandRules(rules, true, unknownDuration);
    }

    /** The rule for a command: its words joined by one space. */
    public Optional<CommandRule> find(String command) {
        for (CommandRule rule : rules) {
            if (rule.pattern().matches(command)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
