package dev.capy.core.automation.cron;

import java.util.List;
import java.util.Locale;

/** The five fields of a cron expression, in their order. */
enum FieldKind {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY("day of month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
    /** Sunday is 0, and 7 too. */
    WEEKDAY("day of week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

    final String noun;
    final int lowest;
    final int highest;
    private final List<String> names;

    FieldKind(String noun, int lowest, int highest, List<String> names) {
        this.noun = noun;
        this.lowest = lowest;
        this.highest = highest;
        this.names = names;
    }

    /** The number that a name stands for; -1 when it stands for none. */
    int named(String text) {
        int index = names.indexOf(text.toLowerCase(Locale.ROOT));
        return index < 0 ? -1 : lowest + index;
    }
}
