package dev.capy.core.automation.trigger;

import dev.capy.core.kernel.error.Violation;
import java.util.List;

/** Waits for somebody who says so. */
public record OnDemand() implements TriggerConfig {

    @Override
    public String type() {
        return "on_demand";
    }

    @Override
    public LegacyType legacyType() {
        return LegacyType.ON_DEMAND;
    }

    @Override
    public List<Violation> violations(String path) {
        return List.of();
    }
}
