package dev.capy.core.task;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a hook, with {@code ${name}} for what its tool was called with. */
final class HookText {

    private static final Pattern NAME = Pattern.compile("\\$\\{([a-z_]+)}");

    private HookText() {}

    /** {@code text} with each name replaced by its value; other names stay, and are the shell's. */
    static String fill(String text, Map<String, String> values) {
        Matcher names = NAME.matcher(text);
        return names.replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }
}
