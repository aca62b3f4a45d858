package dev.capy.core.automation.cron;

import dev.capy.core.kernel.error.Invalid;
import java.time.ZoneId;

/** Time zones by their names in the IANA database. */
public final class Zones {

    private Zones() {}

    /** @throws Invalid when there is none of this name; offsets such as {@code +02:00} are no names */
    public static ZoneId parse(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new Invalid("must be the IANA name of a time zone, such as Europe/Berlin, was '" + name + "'");
        }
        return ZoneId.of(name);
    }
}
