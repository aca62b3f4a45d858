package dev.capy.core.automation.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.kernel.error.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LegacyTriggerTest {

    private static final ProviderEvents PUSHES =
            new ProviderEvents(Provider.GITHUB, 1, List.of(new EventPattern("push", null)), null, null);
    private static final ProviderEvents MESSAGES = ProviderEvents.of(Provider.SLACK, "message");

    private static LegacyTrigger cron(@Nullable LegacyType type, @Nullable String cron, @Nullable String zone) {
        return new LegacyTrigger(type, cron, zone, null);
    }

    private static TriggerSet set(TriggerConfig... configs) {
        return TriggerSet.DEFAULT.with(List.of(configs).stream()
                .map(config -> new Trigger(config.type(), config))
                .toList());
    }

    private static List<TriggerConfig> configs(TriggerSet set) {
        return set.triggers().stream().map(Trigger::config).toList();
    }

    @Test
    void isAScheduleOnceItHasATime() {
        TriggerSet set = cron(null, "0 9 * * *", "Europe/Berlin").applyTo(TriggerSet.DEFAULT);

        assertThat(configs(set)).containsExactly(Schedule.of("0 9 * * *", "Europe/Berlin"));
        assertThat(set.legacyType()).isEqualTo(LegacyType.SCHEDULE);
        assertThat(set.timezone()).isEqualTo("Europe/Berlin");
    }

    @Test
    void takesTheZoneThatWasSaidEarlier() {
        TriggerSet zoned = cron(null, null, "Asia/Tokyo").applyTo(TriggerSet.DEFAULT);

        assertThat(zoned.legacyType()).isEqualTo(LegacyType.ON_DEMAND);
        assertThat(zoned.timezone()).isEqualTo("Asia/Tokyo");
        assertThat(configs(cron(null, "0 9 * * *", null).applyTo(zoned)))
                .containsExactly(Schedule.of("0 9 * * *", "Asia/Tokyo"));
    }

    @Test
    void changesOnlyWhatItSays() {
        TriggerSet before = set(PUSHES, Schedule.of("0 9 * * *", "UTC"), MESSAGES);

        TriggerSet after = cron(null, null, "Asia/Tokyo").applyTo(before);

        assertThat(configs(after)).containsExactly(PUSHES, Schedule.of("0 9 * * *", "Asia/Tokyo"), MESSAGES);
        assertThat(after.triggers()).extracting(Trigger::id).containsExactly("github", "schedule", "slack");
        assertThat(after.legacyType()).isEqualTo(LegacyType.WEBHOOK);
    }

    @Test
    void replacesAllWhenItIsAnotherKind() {
        TriggerSet before = set(Schedule.of("0 9 * * *", "UTC"), MESSAGES);

        assertThat(configs(new LegacyTrigger(LegacyType.WEBHOOK, null, null, PUSHES).applyTo(before)))
                .containsExactly(PUSHES);
        assertThat(configs(new LegacyTrigger(LegacyType.INCOMING_WEBHOOK, null, null, null).applyTo(before)))
                .containsExactly(IncomingWebhook.ANY);
        assertThat(configs(new LegacyTrigger(LegacyType.ON_DEMAND, null, null, null).applyTo(before)))
                .containsExactly(new OnDemand());
    }

    @Test
    void leavesIntegrationsAlone() {
        TriggerSet before = set(MESSAGES);

        assertThat(configs(cron(null, null, "Asia/Tokyo").applyTo(before))).containsExactly(MESSAGES);
        assertThat(before.legacyType()).isEqualTo(LegacyType.INTEGRATION);
        assertThat(before.integration()).hasValue(MESSAGES);
        assertThat(before.webhook()).isEmpty();
    }

    @Test
    void saysWhatIsMissingAndWhatIsWrong() {
        assertThat(cron(LegacyType.SCHEDULE, null, null).violations(TriggerSet.DEFAULT))
                .extracting(Violation::path)
                .containsExactly("$.cron");
        assertThat(cron(LegacyType.SCHEDULE, null, null).violations(set(Schedule.of("0 9 * * *", "UTC"))))
                .isEmpty();
        assertThat(cron(LegacyType.WEBHOOK, "never", "Mars/Olympus").violations(TriggerSet.DEFAULT))
                .extracting(Violation::path)
                .containsExactly("$.cron", "$.timezone", "$.webhookConfig");
    }
}
