package dev.capy.core.automation.cron;

import dev.capy.core.kernel.error.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one field: a list of {@code *}, {@code a}, {@code a-b}, each with {@code /step} if need be. */
final class FieldParser {

    private static final Pattern PART =
            Pattern.compile("(?:(\\*)|([0-9A-Za-z]{1,3})(?:-([0-9A-Za-z]{1,3}))?)(?:/(\\d{1,3}))?");
    private static final int SUNDAY = 7;

    private final FieldKind kind;
    private final String text;

    private FieldParser(FieldKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** @throws Invalid when it is none, saying what would be one */
    static CronField parse(FieldKind kind, String text) {
        FieldParser parser = new FieldParser(kind, text);
        long numbers = 0;
        for (String part : text.split(",", -1)) {
            numbers |= parser.part(part);
        }
        return new CronField(numbers, text.startsWith("*"));
    }

    private long part(String part) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw refusal("is not a number, a range, * or one of them with a step");
        }
        int step = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        if (step == 0) {
            throw refusal("has a step of 0");
        }
        int first = matcher.group(1) != null ? kind.lowest : number(matcher.group(2));
        return bits(first, last(matcher, first), step);
    }

    private int last(Matcher matcher, int first) {
        if (matcher.group(3) != null) {
            return rangeEnd(first, number(matcher.group(3)));
        }
        boolean open = matcher.group(1) != null || matcher.group(4) != null;
        return open ? kind == FieldKind.WEEKDAY ? SUNDAY - 1 : kind.highest : first;
    }

    /** A week may end on Sunday: {@code FRI-SUN} is 5 to 7. */
    private int rangeEnd(int first, int given) {
        int end = kind == FieldKind.WEEKDAY && given == 0 && first > 0 ? SUNDAY : given;
        if (end < first) {
            throw refusal("has a range that ends before it begins");
        }
        return end;
    }

    private int number(String token) {
        int named = kind.named(token);
        if (named >= 0) {
            return named;
        }
        if (!token.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw refusal("has a name that is unknown");
        }
        int number = Integer.parseInt(token);
        if (number < kind.lowest || number > kind.highest) {
            throw refusal("has a number that is not from " + kind.lowest + " to " + kind.highest);
        }
        return number;
    }

    private long bits(int first, int last, int step) {
        long bits = 0;
        for (int number = first; number <= last; number += step) {
            bits |= 1L << (kind == FieldKind.WEEKDAY ? number % SUNDAY : number);
        }
        return bits;
    }

    private Invalid refusal(String complaint) {
        return new Invalid("must be a cron expression; its " + kind.noun + " '" + text + "' " + complaint);
    }
}
