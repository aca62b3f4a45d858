package dev.capy.server.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The formats that editions use, each in time linear in the text: the validator's own match long texts by recursion and
 * know only the top-level domains of the day they were built.
 *
 * @param name as schemas write it
 * @param noun what a text of this format is, as a message says it
 */
record TextFormat(String name, String noun, Predicate<String> test) implements Format {

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_TIME = 64;

    private static final List<TextFormat> ALL = List.of(
            new TextFormat("email", "an e-mail address", TextFormat::isEmail),
            new TextFormat("uri", "an absolute URI such as https://example.com/a.png", TextFormat::isUri),
            new TextFormat("date-time", "a date and time such as 2026-01-31T12:00:00Z", TextFormat::isTime),
            new TextFormat("uuid", "a UUID", TextFormat::isUuid));

    static List<TextFormat> all() {
        return ALL;
    }

    static Optional<TextFormat> named(String name) {
        return ALL.stream().filter(format -> format.name.equals(name)).findFirst();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return test.test(text);
    }

    /** Only what every address has; the schemas add a pattern for the rest. */
    private static boolean isEmail(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= LONGEST_EMAIL && at > 0 && at < text.length() - 1 && text.indexOf(' ') < 0;
    }

    private static boolean isUri(String text) {
        try {
            URI uri = new URI(text);
            return uri.isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return text.length() <= LONGEST_TIME && OffsetDateTime.parse(text).getYear() >= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
