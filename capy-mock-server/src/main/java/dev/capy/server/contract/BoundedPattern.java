package dev.capy.server.contract;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A pattern of a schema. Java's matcher calls itself once for each repetition of a group, so the text it is given has to
 * be short: what is longer than {@link #LONGEST} does not match.
 */
final class BoundedPattern implements RegularExpression {

    /** In UTF-16 units; far more than any text that a pattern of the editions is about. */
    static final int LONGEST = 512;

    private final Pattern pattern;

    BoundedPattern(String regex) {
        this.pattern = Pattern.compile(atTheEnd(regex));
    }

    /** As JavaScript has it: a dollar sign at the end is the end of the text, not the end of its last line. */
    private static String atTheEnd(String regex) {
        return regex.endsWith("$") && !regex.endsWith("\\$") ? regex.substring(0, regex.length() - 1) + "\\z" : regex;
    }

    @Override
    public boolean matches(String text) {
        return text.length() <= LONGEST && pattern.matcher(text).find();
    }
}
