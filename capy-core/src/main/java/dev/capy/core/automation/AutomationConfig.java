package dev.capy.core.automation;

import dev.capy.core.automation.trigger.LegacyTrigger;
import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.automation.trigger.TriggerSet;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an automation is to do, and when: all of it that people set. Immutable.
 *
 * @param name what it is called
 * @param description free text; null for none
 * @param enabled whether it runs
 * @param visibility who sees it
 * @param prompt what is asked for, with variables in double braces
 * @param plan who does it, and on what
 * @param triggerSet what makes it run
 */
public record AutomationConfig(
        String name,
        @Nullable String description,
        boolean enabled,
        Visibility visibility,
        String prompt,
        AgentPlan plan,
        TriggerSet triggerSet) {

    static final String REFUSED = "Request body validation failed";

    public AutomationConfig {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(triggerSet, "triggerSet");
    }

    /** One that runs on demand, enabled, seen by all of the project: the defaults, which are inferred. */
    public static AutomationConfig of(String name, String prompt) {
        return new AutomationConfig(
                name, null, true, Visibility.PROJECT, prompt, AgentPlan.DEFAULT, TriggerSet.DEFAULT);
    }

    public AutomationConfig withName(String other) {
        return new AutomationConfig(other, description, enabled, visibility, prompt, plan, triggerSet);
    }

    public AutomationConfig withDescription(@Nullable String other) {
        return new AutomationConfig(name, other, enabled, visibility, prompt, plan, triggerSet);
    }

    public AutomationConfig withEnabled(boolean other) {
        return new AutomationConfig(name, description, other, visibility, prompt, plan, triggerSet);
    }

    public AutomationConfig withVisibility(Visibility other) {
        return new AutomationConfig(name, description, enabled, other, prompt, plan, triggerSet);
    }

    public AutomationConfig withPrompt(String other) {
        return new AutomationConfig(name, description, enabled, visibility, other, plan, triggerSet);
    }

    public AutomationConfig withPlan(AgentPlan other) {
        return new AutomationConfig(name, description, enabled, visibility, prompt, other, triggerSet);
    }

    AutomationConfig withTriggerSet(TriggerSet other) {
        return new AutomationConfig(name, description, enabled, visibility, prompt, plan, other);
    }

    public AutomationConfig withTriggers(List<Trigger> others) {
        return withTriggerSet(triggerSet.with(others));
    }

    public AutomationConfig withTrigger(Trigger only) {
        return withTriggers(List.of(only));
    }

    /** What requests are signed with where no trigger says it; null for unsigned ones. */
    public AutomationConfig withSecret(@Nullable Secret secret) {
        return withTriggerSet(triggerSet.withSecret(secret));
    }

    /**
     * With what the older API says of its trigger.
     *
     * @throws Invalid when that is incomplete or malformed
     */
    public AutomationConfig with(LegacyTrigger trigger) {
        List<Violation> violations = trigger.violations(triggerSet);
        if (!violations.isEmpty()) {
            throw new Invalid(REFUSED, violations);
        }
        return withTriggerSet(trigger.applyTo(triggerSet));
    }

    /** A schedule alone. */
    public AutomationConfig scheduled(String cron, String timezone) {
        return withTrigger(Trigger.of(Schedule.of(cron, timezone)));
    }
}
