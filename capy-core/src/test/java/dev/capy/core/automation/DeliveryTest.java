package dev.capy.core.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.automation.trigger.Conditions;
import dev.capy.core.automation.trigger.EventPattern;
import dev.capy.core.automation.trigger.ExternalEvent;
import dev.capy.core.automation.trigger.Provider;
import dev.capy.core.automation.trigger.ProviderEvents;
import dev.capy.core.automation.trigger.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final ExternalEvent PULL_REQUEST = ExternalEvent.of(
            Provider.GITHUB,
            "pull_request",
            Map.of("actions", List.of("opened"), "branches", List.of("main"), "labels", List.of("bug", "ui")));

    private final AutomationWorld lab = new AutomationWorld();

    private Automation waitingFor(ProviderEvents... events) {
        return lab.create(AutomationConfig.of("Triage", "Labels: {{payload.labels}}")
                .withTriggers(List.of(events).stream().map(Trigger::of).toList()));
    }

    private static ProviderEvents github(List<String> actions, Map<String, List<String>> filters) {
        return new ProviderEvents(
                Provider.GITHUB,
                1,
                List.of(new EventPattern("push", null), new EventPattern("pull_request", actions)),
                Conditions.of(filters),
                null);
    }

    @Test
    void runsWhoeverWaitsForIt() {
        Automation automation = waitingFor(github(List.of("opened"), Map.of("labels", List.of("bug"))));
        waitingFor(ProviderEvents.of(Provider.LINEAR, "pull_request"));

        List<RunResult> results = lab.deliver(PULL_REQUEST);

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.automationId()).isEqualTo(automation.id());
            assertThat(lab.prompt(Objects.requireNonNull(result.jamId()))).isEqualTo("Labels: [\"bug\",\"ui\"]");
        });
    }

    @Test
    void runsEachOneOnce() {
        Automation automation =
                waitingFor(github(List.of(), Map.of()), ProviderEvents.of(Provider.GITHUB, "pull_request"));

        assertThat(lab.deliver(PULL_REQUEST)).hasSize(1);
        assertThat(lab.runs(automation)).hasSize(1);
    }

    @Test
    void looksAtActionsAndFilters() {
        waitingFor(github(List.of("closed"), Map.of()));
        waitingFor(github(List.of("opened"), Map.of("branches", List.of("release"))));
        waitingFor(github(List.of("opened"), Map.of("authors", List.of("someone"))));

        assertThat(lab.deliver(PULL_REQUEST)).isEmpty();
    }

    @Test
    void looksAtTextsAndAtWhoWrites() {
        Conditions conditions = new Conditions(
                new TreeMap<>(Map.of("channels", List.of("C1"), "contains", List.of("help"))), null, 10, "(?i)prod");
        waitingFor(new ProviderEvents(
                Provider.SLACK, 2, List.of(new EventPattern("message", null)), conditions, "it is urgent"));

        assertThat(lab.deliver(message("human", "Help, PROD is down"))).hasSize(1);
        assertThat(lab.deliver(message("human", "Help, the test is down"))).isEmpty();
        assertThat(lab.deliver(message("bot", "Help, PROD is down"))).isEmpty();
    }

    private static ExternalEvent message(String writer, String text) {
        return new ExternalEvent(
                Provider.SLACK,
                "message",
                new TreeMap<>(Map.of("channels", List.of("C1"), "messageTypes", List.of(writer))),
                text,
                Map.of("text", text));
    }
}
