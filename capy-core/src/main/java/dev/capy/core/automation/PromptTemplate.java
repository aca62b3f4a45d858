package dev.capy.core.automation;

import dev.capy.core.kernel.JsonText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A prompt with variables in double braces: {@code {{payload}}} is all of the payload as JSON, {@code {{payload.a.b}}} a
 * part of it (a text as it is, anything else as JSON), {@code {{trigger.timestamp}}} the time. What the payload does not
 * have is empty; other braces stay as they are.
 */
final class PromptTemplate {

    /** As long as a prompt can be that is given by hand; the rest is cut off. */
    static final int LONGEST = 100_000;

    private static final Pattern VARIABLE =
            Pattern.compile("\\{\\{ {0,9}(?:(trigger\\.timestamp)|payload((?:\\.[^.{}\\s]+)*+)) {0,9}}}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private PromptTemplate() {}

    static String fill(String prompt, @Nullable Object payload, Instant time) {
        StringBuilder filled = new StringBuilder();
        Matcher variables = VARIABLE.matcher(prompt);
        int copied = 0;
        while (filled.length() < LONGEST && variables.find()) {
            filled.append(prompt, copied, variables.start());
            filled.append(variables.group(1) != null ? TIME.format(time) : text(payload, variables.group(2)));
            copied = variables.end();
        }
        filled.append(prompt, copied, prompt.length());
        return filled.length() > LONGEST ? filled.substring(0, LONGEST) : filled.toString();
    }

    private static String text(@Nullable Object payload, String path) {
        Object part = payload;
        for (String name :
                path.isEmpty() ? List.<String>of() : List.of(path.substring(1).split("\\.", -1))) {
            part = part(part, name);
        }
        if (part == null) {
            return "";
        }
        return part instanceof CharSequence text ? text.toString() : JsonText.write(part);
    }

    private static @Nullable Object part(@Nullable Object whole, String name) {
        if (whole instanceof Map<?, ?> map) {
            return map.get(name);
        } else if (whole instanceof List<?> list && name.matches("\\d{1,7}")) {
            int index = Integer.parseInt(name);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
