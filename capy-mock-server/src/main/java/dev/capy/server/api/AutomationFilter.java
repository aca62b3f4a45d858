package dev.capy.server.api;

import dev.capy.core.account.User;
import dev.capy.core.automation.Automation;
import dev.capy.core.project.Project;
import dev.capy.server.contract.Query;
import java.util.Optional;

/**
 * Which automations a list shows.
 *
 * @param enabled only those that are, or are not; empty for both
 */
record AutomationFilter(Optional<Boolean> enabled) {

    /** {@code enabled} says it all; without it disabled ones are hidden unless they are asked for. */
    static AutomationFilter of(Query query) {
        boolean all = Boolean.parseBoolean(query.requiredText("includeDisabled"));
        Optional<Boolean> exactly = query.text("enabled").map(Boolean::valueOf);
        return new AutomationFilter(exactly.isPresent() || all ? exactly : Optional.of(true));
    }

    boolean matches(Automation automation) {
        return enabled.isEmpty() || enabled.get() == automation.config().enabled();
    }

    /** The list that it makes, for the cursors of that list alone. */
    String describe(Project project, User actor) {
        return "automations of " + project.id() + " for " + actor.id() + " enabled " + enabled;
    }
}
