package dev.capy.core.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.capy.core.automation.trigger.Conditions;
import dev.capy.core.automation.trigger.IncomingWebhook;
import dev.capy.core.automation.trigger.OnDemand;
import dev.capy.core.automation.trigger.Schedule;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.kernel.error.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private final AutomationWorld lab = new AutomationWorld();

    private void assertRefused(AutomationConfig config, String... paths) {
        assertThatThrownBy(() -> lab.create(config))
                .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
                .extracting(Invalid::violations, InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::path)
                .containsExactly(paths);
    }

    @Test
    void startsWithTheDefaults() {
        Automation automation = lab.create(AutomationWorld.config());

        assertThat(automation.configRevision()).isEqualTo(1);
        assertThat(automation.config().enabled()).isTrue();
        assertThat(automation.config().visibility()).isEqualTo(Visibility.PROJECT);
        assertThat(automation.config().plan()).isEqualTo(AgentPlan.DEFAULT);
        assertThat(automation.triggerSet().timezone()).isEqualTo("UTC");
        assertThat(automation.triggerSet().triggers())
                .singleElement()
                .satisfies(trigger -> assertThat(trigger.config()).isEqualTo(new OnDemand()));
        assertThat(automation.openToken()).isNull();
    }

    @Test
    void countsItsRevisions() {
        Automation automation = lab.create(AutomationWorld.config());
        lab.after(Duration.ofMinutes(1));

        Automation second = lab.update(automation, config -> config.withName("Weekly"));
        Automation same = lab.update(automation, config -> config.withName("Weekly"));

        assertThat(second.configRevision()).isEqualTo(2);
        assertThat(second.updatedAt()).isEqualTo(automation.updatedAt().plusSeconds(60));
        assertThat(same).isEqualTo(second);
    }

    @Test
    void refusesAChangeOfWhatItIsNoMore() {
        Automation automation = lab.create(AutomationWorld.config());
        lab.update(lab.owner, automation, OptionalLong.of(1), config -> config.withName("Weekly"));

        assertThatThrownBy(() ->
                        lab.update(lab.owner, automation, OptionalLong.of(1), config -> config.withName("Monthly")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("revision 2");
        assertThat(lab.now(automation).config().name()).isEqualTo("Weekly");
    }

    @Test
    void keepsTheIdsOfTriggersThatStay() {
        Automation automation = lab.create(AutomationWorld.config().scheduled("0 9 * * *", "UTC"));
        String id = automation.triggerSet().triggers().get(0).requireId();

        Automation changed = lab.update(
                automation,
                config -> config.withTriggers(List.of(
                        Trigger.of(new OnDemand()),
                        Trigger.of(Schedule.of("0 9 * * *", "UTC")),
                        Trigger.of(Schedule.of("0 9 * * *", "UTC")))));

        List<String> ids =
                changed.triggerSet().triggers().stream().map(Trigger::requireId).toList();
        assertThat(ids).doesNotHaveDuplicates().element(1).isEqualTo(id);
    }

    @Test
    void namesEverythingThatIsWrong() {
        AutomationConfig config = AutomationWorld.config()
                .withName("")
                .withPlan(AgentPlan.DEFAULT.withRepoBranches(new TreeMap<>(Map.of("acme/none", "main"))))
                .withTriggers(List.of(
                        new Trigger("one", new Schedule("0 25 * * *", "Mars/Olympus", true, null)),
                        new Trigger(
                                "one",
                                new IncomingWebhook(
                                        true, new Conditions(new TreeMap<>(), null, null, "(["), null, null))));

        assertRefused(
                config,
                "$.name",
                "$.repoBranches",
                "$.triggers[0].config.cron",
                "$.triggers[0].config.timezone",
                "$.triggers[1].id",
                "$.triggers[1].config.conditions.regex");
        assertRefused(AutomationWorld.config().withTriggers(List.of()), "$.triggers");
    }

    @Test
    void isPrivateToItsCreatorIfItWants() {
        Automation automation = lab.create(AutomationWorld.config().withVisibility(Visibility.CREATOR));

        assertThat(lab.seen(lab.owner, AutomationWorld.PROJECT, automation)).isEqualTo(automation);
        assertThatThrownBy(() -> lab.seen(lab.member, AutomationWorld.PROJECT, automation))
                .isInstanceOf(NotFound.class);
        List<Automation> listed = lab.world.read(view -> lab.automations
                .newestFirst(view, lab.member, AutomationWorld.PROJECT, Long.MAX_VALUE)
                .toList());
        assertThat(listed).isEmpty();
    }

    @Test
    void isHiddenByItsCreatorAlone() {
        Automation automation = lab.create(AutomationWorld.config());

        assertThatThrownBy(() -> lab.update(
                        lab.member,
                        automation,
                        OptionalLong.empty(),
                        config -> config.withVisibility(Visibility.CREATOR)))
                .isInstanceOf(Forbidden.class);
        assertThat(lab.update(lab.member, automation, OptionalLong.empty(), config -> config.withName("Ours"))
                        .createdByUserId())
                .isEqualTo(lab.owner.id());
    }

    @Test
    void isNotSeenInAnotherProjectNorOnceDeleted() {
        Automation automation = lab.create(AutomationWorld.config());

        assertThatThrownBy(() -> lab.seen(lab.owner, "proj_empty", automation)).isInstanceOf(NotFound.class);
        lab.delete(automation);
        assertThatThrownBy(() -> lab.seen(lab.owner, AutomationWorld.PROJECT, automation))
                .isInstanceOf(NotFound.class);
    }
}
