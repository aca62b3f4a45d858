package dev.capy.core.automation.trigger;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A kind of event.
 *
 * @param event the provider's word for it
 * @param actions the actions that count; null or empty for all
 */
public record EventPattern(String event, @Nullable List<String> actions) {

    private static final String ANY_ISSUE = "any_issue";
    private static final String ISSUE = "issue";

    public EventPattern {
        Objects.requireNonNull(event, "event");
        actions = actions == null ? null : List.copyOf(actions);
    }

    boolean matches(ExternalEvent happened) {
        boolean same = event.equals(happened.event())
                || event.equals(ANY_ISSUE) && happened.event().startsWith(ISSUE);
        return same && (actions == null || happened.hasOneOf("actions", actions));
    }
}
