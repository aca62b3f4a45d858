package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.error.Violation;
import java.util.List;

/** Holds the events of the older API to the bounds of the newer one, which has to show them too. */
final class LegacyEvents {

    private static final String PATH = "$.webhookConfig.";
    private static final int MOST = 100;
    private static final int LONGEST = 500;

    private LegacyEvents() {}

    static void check(ProviderEvents events, List<Violation> violations) {
        for (int i = 0; i < events.events().size(); i++) {
            EventPattern event = events.events().get(i);
            if (event.event().isEmpty()) {
                violations.add(new Violation(PATH + "events[" + i + "].event", "must not be empty"));
            }
            if (event.actions() != null) {
                checkTexts(PATH + "events[" + i + "].actions", event.actions(), violations);
            }
        }
        if (events.conditions() != null) {
            events.conditions()
                    .lists()
                    .forEach((name, values) -> checkTexts(PATH + "filters." + name, values, violations));
        }
    }

    private static void checkTexts(String path, List<String> texts, List<Violation> violations) {
        if (texts.size() > MOST) {
            violations.add(new Violation(path, "must not hold more than " + MOST + " items"));
        }
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty() || texts.get(i).length() > LONGEST) {
                violations.add(new Violation(path + "[" + i + "]", "must have 1 to " + LONGEST + " characters"));
            }
        }
    }
}
