package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All triggers of an automation, and what the older API shows of them.
 *
 * @param triggers at least one
 * @param zone the time zone where no trigger says one
 * @param secret what requests are signed with where no trigger says it; null for unsigned ones
 */
public record TriggerSet(
        List<Trigger> triggers, String zone, @Nullable Secret secret) {

    /** On demand alone. */
    public static final TriggerSet DEFAULT = new TriggerSet(List.of(Trigger.of(new OnDemand())), "UTC", null);

    public TriggerSet {
        Objects.requireNonNull(zone, "zone");
        triggers = List.copyOf(triggers);
    }

    public TriggerSet with(List<Trigger> others) {
        return new TriggerSet(others, zone, secret);
    }

    TriggerSet withZone(String other) {
        return new TriggerSet(triggers, other, secret);
    }

    public TriggerSet withSecret(@Nullable Secret other) {
        return new TriggerSet(triggers, zone, other);
    }

    /** What the triggers of one kind wait for. */
    public <C extends TriggerConfig> Stream<C> all(Class<C> kind) {
        return triggers.stream().map(Trigger::config).filter(kind::isInstance).map(kind::cast);
    }

    /** The older API's word for the first of them. */
    public LegacyType legacyType() {
        return triggers.get(0).config().legacyType();
    }

    /** The first schedule. */
    public Optional<Schedule> schedule() {
        return all(Schedule.class).findFirst();
    }

    /** The time zone of the first schedule, or the one that was said without any. */
    public String timezone() {
        return schedule().map(Schedule::timezone).orElse(zone);
    }

    /** The first events that the older API can show. */
    public Optional<ProviderEvents> webhook() {
        return all(ProviderEvents.class).filter(ProviderEvents::isLegacy).findFirst();
    }

    /** The first events of anything but GitHub. */
    public Optional<ProviderEvents> integration() {
        return all(ProviderEvents.class)
                .filter(events -> events.legacyType() == LegacyType.INTEGRATION)
                .findFirst();
    }

    /** The first of them that waits for what happened. */
    public Optional<Trigger> waitingFor(ExternalEvent happened) {
        return triggers.stream()
                .filter(trigger -> trigger.config() instanceof ProviderEvents events && events.matches(happened))
                .findFirst();
    }

    /** Whether the automation needs a URL of its own. */
    public boolean isCallable() {
        return all(IncomingWebhook.class).findAny().isPresent();
    }

    /** Whether any request has to be signed. */
    public boolean hasSecret() {
        return secret != null || all(IncomingWebhook.class).anyMatch(webhook -> webhook.secret() != null);
    }

    /** What is wrong with them beyond their shape. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        if (triggers.isEmpty()) {
            violations.add(new Violation("$.triggers", "must hold at least one trigger"));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < triggers.size(); i++) {
            String path = "$.triggers[" + i + "]";
            String id = triggers.get(i).id();
            if (id != null && !ids.add(id)) {
                violations.add(new Violation(path + ".id", "must differ from the ids of the other triggers"));
            }
            violations.addAll(triggers.get(i).config().violations(path));
        }
        return violations;
    }

    /** These triggers, those without an id with the one of an equal trigger of {@code before}, or else with a new one. */
    public TriggerSet named(TriggerSet before, Supplier<String> ids) {
        Set<String> taken = new HashSet<>();
        triggers.stream().map(Trigger::id).filter(Objects::nonNull).forEach(taken::add);
        List<Trigger> named = new ArrayList<>();
        for (Trigger trigger : triggers) {
            String known = trigger.id() != null ? trigger.id() : before.idOf(trigger.config(), taken);
            named.add(new Trigger(known != null ? known : ids.get(), trigger.config()));
        }
        return with(named);
    }

    private @Nullable String idOf(TriggerConfig config, Set<String> taken) {
        for (Trigger trigger : triggers) {
            if (trigger.id() != null && trigger.config().equals(config) && taken.add(trigger.id())) {
                return trigger.id();
            }
        }
        return null;
    }
}
