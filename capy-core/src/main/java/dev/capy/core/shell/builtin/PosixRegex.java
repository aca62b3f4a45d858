package dev.capy.core.shell.builtin;

/** Translates the regular expressions of {@code grep} into those of the JDK. */
final class PosixRegex {

    private static final String SWAPPED = "(){}|+?";

    private PosixRegex() {}

    /** The JDK's form of a basic or {@code extended} expression. */
    static String translate(String posix, boolean extended) {
        StringBuilder java = new StringBuilder();
        int at = 0;
        while (at < posix.length()) {
            char c = posix.charAt(at);
            if (c == '[') {
                at = brackets(posix, at, java);
            } else if (c == '\\' && at + 1 < posix.length()) {
                escape(posix.charAt(at + 1), extended, java);
                at += 2;
            } else {
                plain(posix, at, extended, java);
                at++;
            }
        }
        return java.toString();
    }

    private static void escape(char c, boolean extended, StringBuilder java) {
        boolean special = "<>".indexOf(c) >= 0;
        if (special) {
            java.append("\\b");
        } else if (!extended && SWAPPED.indexOf(c) >= 0) {
            java.append(c);
        } else if (Character.isLetter(c) && "wWsSbB".indexOf(c) < 0) {
            java.append(c);
        } else {
            java.append('\\').append(c);
        }
    }

    private static void plain(String posix, int at, boolean extended, StringBuilder java) {
        char c = posix.charAt(at);
        boolean star = c == '*' && (at == 0 || (!extended && posix.startsWith("\\(", at - 2)));
        boolean innerAnchor = !extended && ((c == '^' && at > 0) || (c == '$' && at < posix.length() - 1));
        boolean literal = c == '\\' || star || innerAnchor || (!extended && SWAPPED.indexOf(c) >= 0);
        java.append(literal ? "\\" : "").append(c);
    }

    /** Copies a bracket expression; answers where it ends. */
    private static int brackets(String posix, int open, StringBuilder java) {
        java.append('[');
        int at = open + 1;
        if (posix.startsWith("^", at)) {
            java.append('^');
            at++;
        }
        int first = at;
        while (at < posix.length() && (posix.charAt(at) != ']' || at == first)) {
            if (posix.startsWith("[:", at) && posix.indexOf(":]", at) > 0) {
                int end = posix.indexOf(":]", at);
                java.append(named(posix.substring(at + 2, end)));
                at = end + 2;
            } else {
                char c = posix.charAt(at++);
                java.append("\\[]&^".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        java.append(at < posix.length() ? "]" : "");
        return Math.min(posix.length(), at + 1);
    }

    private static String named(String name) {
        return switch (name) {
            case "alpha" -> "\\p{Alpha}";
            case "digit" -> "\\p{Digit}";
            case "alnum" -> "\\p{Alnum}";
            case "space" -> "\\s";
            case "blank" -> "\\p{Blank}";
            case "upper" -> "\\p{Upper}";
            case "lower" -> "\\p{Lower}";
            case "punct" -> "\\p{Punct}";
            case "xdigit" -> "\\p{XDigit}";
            default -> "\\p{" + name + "}";
        };
    }
}
