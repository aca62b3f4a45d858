package dev.capy.core.automation.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** When cron expressions are due, as the clocks of a zone show it. */
final class Firings {

    private final Cron cron;
    private final ZoneId zone;

    private Firings(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
    }

    static Firings of(String expression, String zone) {
        return new Firings(Cron.parse(expression), Zones.parse(zone));
    }

    /** The local times with their offsets, from a local day's first minute on and before another's. */
    List<String> between(String first, String end) {
        Instant limit = midnight(end);
        List<String> firings = new ArrayList<>();
        Instant next = next(midnight(first).minusMillis(1));
        while (next.isBefore(limit)) {
            firings.add(next.atZone(zone).toOffsetDateTime().toString());
            next = next(next);
        }
        return firings;
    }

    private Instant next(Instant after) {
        return cron.next(after, zone).orElse(Instant.MAX);
    }

    private Instant midnight(String day) {
        return ZonedDateTime.of(java.time.LocalDate.parse(day).atStartOfDay(), zone)
                .toInstant();
    }
}
