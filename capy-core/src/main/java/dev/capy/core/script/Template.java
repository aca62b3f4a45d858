package dev.capy.core.script;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with names in double braces. */
public final class Template {

    private static final Pattern NAME = Pattern.compile("\\{\\{([a-z]+)}}");

    private Template() {}

    /** {@code text} with each name replaced by what it stands for; unknown names stay as they are. */
    public static String fill(String text, Map<String, String> values) {
        Matcher names = NAME.matcher(text);
        return names.replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), name.group())));
    }
}
