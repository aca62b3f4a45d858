package dev.capy.core.source.ignore;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A line of a {@code .gitignore} file (source: the manual page of gitignore).
 *
 * @param regex what it is for, relative to the file's directory
 * @param negated whether it takes back what an earlier line said
 * @param directoriesOnly whether it is for directories alone
 */
record IgnorePattern(Pattern regex, boolean negated, boolean directoriesOnly) {

    /** The pattern in a line; empty for a blank line, a comment, and what is no pattern. */
    static Optional<IgnorePattern> parse(String line) {
        String text = withoutTrailingSpaces(line);
        boolean negated = text.startsWith("!");
        String glob = negated ? text.substring(1) : text;
        boolean directoriesOnly = glob.endsWith("/");
        String path = directoriesOnly ? glob.substring(0, glob.length() - 1) : glob;
        if (text.startsWith("#") || path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IgnorePattern(Pattern.compile(regex(path)), negated, directoriesOnly));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Those before a backslash stay. */
    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    private static String regex(String path) {
        boolean anchored = path.indexOf('/') >= 0;
        String below = path.startsWith("/") ? path.substring(1) : path;
        StringBuilder regex = new StringBuilder(anchored ? "" : "(?:.*/)?");
        int at = 0;
        while (at < below.length()) {
            at = append(regex, below, at);
        }
        return regex.toString();
    }

    private static int append(StringBuilder regex, String glob, int at) {
        boolean begins = at == 0 || glob.charAt(at - 1) == '/';
        if (begins && glob.startsWith("**/", at)) {
            regex.append("(?:.*/)?");
            return at + 3;
        } else if (begins && glob.startsWith("**", at) && at + 2 == glob.length()) {
            regex.append(".+");
            return at + 2;
        }
        char c = glob.charAt(at);
        if (c == '*') {
            regex.append("[^/]*");
        } else if (c == '?') {
            regex.append("[^/]");
        } else if (c == '[' && closing(glob, at) > 0) {
            int end = closing(glob, at);
            regex.append(oneOf(glob.substring(at + 1, end)));
            return end + 1;
        } else {
            boolean escaped = c == '\\' && at + 1 < glob.length();
            regex.append(Pattern.quote(String.valueOf(escaped ? glob.charAt(at + 1) : c)));
            return escaped ? at + 2 : at + 1;
        }
        return at + 1;
    }

    /** Where a bracket that opens at {@code at} closes; -1 where it does not. */
    private static int closing(String glob, int at) {
        int from = at + 1;
        if (from < glob.length() && (glob.charAt(from) == '!' || glob.charAt(from) == '^')) {
            from++;
        }
        return glob.indexOf(']', from + 1);
    }

    private static String oneOf(String characters) {
        boolean negated = characters.startsWith("!") || characters.startsWith("^");
        String members = (negated ? characters.substring(1) : characters)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("&&", "&\\&");
        return "(?!/)[" + (negated ? "^" : "") + members + "]";
    }

    boolean matches(String path, boolean isDirectory) {
        return (isDirectory || !directoriesOnly) && regex.matcher(path).matches();
    }
}
