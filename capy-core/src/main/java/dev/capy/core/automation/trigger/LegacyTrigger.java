package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.error.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the older API says of an automation's one trigger. Null stands for what it does not say; what it leaves out stays
 * as it was.
 *
 * @param type what kind of trigger; where it is left out, what else is said tells
 * @param cron a cron expression
 * @param timezone the IANA name of a time zone
 * @param events events of GitHub
 */
public record LegacyTrigger(
        @Nullable LegacyType type,
        @Nullable String cron,
        @Nullable String timezone,
        @Nullable ProviderEvents events) {

    /** What is wrong with it, given the triggers it is said of. */
    public List<Violation> violations(TriggerSet before) {
        List<Violation> violations = new ArrayList<>();
        if (cron != null) {
            violations.addAll(Schedule.cronViolations("$.cron", cron));
        } else if (type == LegacyType.SCHEDULE && before.schedule().isEmpty()) {
            violations.add(new Violation("$.cron", "is required where triggerType is schedule"));
        }
        if (timezone != null) {
            violations.addAll(Schedule.zoneViolations("$.timezone", timezone));
        }
        if (type == LegacyType.WEBHOOK && events == null && before.legacyType() != LegacyType.WEBHOOK) {
            violations.add(new Violation("$.webhookConfig", "is required where triggerType is webhook"));
        } else if (events != null) {
            LegacyEvents.check(events, violations);
        }
        return violations;
    }

    /** The triggers that follow; those that it says nothing of stay, unless it changes what kind of automation it is. */
    public TriggerSet applyTo(TriggerSet before) {
        TriggerSet zoned = timezone == null ? before : before.withZone(timezone);
        LegacyType wanted = wanted(before);
        boolean stays = type == null || type == before.legacyType();
        int place = place(before, wanted);
        if (!stays || place < 0) {
            return zoned.with(List.of(Trigger.of(config(before, wanted))));
        }
        List<Trigger> triggers = new ArrayList<>(before.triggers());
        triggers.set(
                place,
                new Trigger(
                        triggers.get(place).id(), changed(triggers.get(place).config())));
        return zoned.with(triggers);
    }

    private LegacyType wanted(TriggerSet before) {
        if (type != null) {
            return type;
        } else if (cron != null || timezone != null && before.schedule().isPresent()) {
            return LegacyType.SCHEDULE;
        }
        return events != null ? LegacyType.WEBHOOK : before.legacyType();
    }

    private static int place(TriggerSet before, LegacyType type) {
        for (int i = 0; i < before.triggers().size(); i++) {
            if (before.triggers().get(i).config().legacyType() == type) {
                return i;
            }
        }
        return -1;
    }

    private TriggerConfig changed(TriggerConfig config) {
        if (config instanceof Schedule schedule) {
            return new Schedule(
                    cron == null ? schedule.cron() : cron,
                    timezone == null ? schedule.timezone() : timezone,
                    schedule.versioned(),
                    schedule.scheduleId());
        }
        return config instanceof ProviderEvents && events != null ? events : config;
    }

    private TriggerConfig config(TriggerSet before, LegacyType wanted) {
        return switch (wanted) {
            case SCHEDULE -> changed(before.schedule().orElseGet(() -> Schedule.of(required(cron), before.zone())));
            case WEBHOOK ->
                Optional.<TriggerConfig>ofNullable(events)
                        .orElseGet(() -> before.triggers().get(0).config());
            case INCOMING_WEBHOOK ->
                before.all(IncomingWebhook.class).findFirst().orElse(IncomingWebhook.ANY);
            case ON_DEMAND, INTEGRATION -> new OnDemand();
        };
    }

    private static String required(@Nullable String text) {
        if (text == null) {
            throw new IllegalStateException("violations() names what is missing");
        }
        return text;
    }
}
