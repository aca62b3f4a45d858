package dev.capy.core.shell.internal;

/** Shell patterns: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]}, and a backslash before what means itself. */
public final class GlobPattern {

    private final String pattern;
    /** From here on no bracket closes; known once a search for one has been in vain. */
    private int unclosedFrom = Integer.MAX_VALUE;

    private GlobPattern(String pattern) {
        this.pattern = pattern;
    }

    /** Whether {@code pattern} matches all of {@code text}. Takes time of at most the product of their lengths. */
    public static boolean matches(String pattern, String text) {
        return new GlobPattern(pattern).matches(text);
    }

    private boolean matches(String text) {
        int p = 0;
        int t = 0;
        int afterStar = -1;
        int resume = 0;
        while (t < text.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? step(p, text.charAt(t)) : -1;
            if (next >= 0) {
                p = next;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                afterStar = ++p;
                resume = t;
            } else if (afterStar >= 0) {
                p = afterStar;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether {@code pattern} holds a character that is not itself. */
    static boolean isPattern(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '*', '?', '[' -> {
                    return true;
                }
                case '\\' -> i++;
                default -> {}
            }
        }
        return false;
    }

    /** {@code text} as a pattern that matches only itself. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("*?[]\\!-".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** What a pattern without special characters matches. */
    static String unescape(String pattern) {
        if (pattern.indexOf('\\') < 0) {
            return pattern;
        }
        StringBuilder text = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\' && i + 1 < pattern.length()) {
                i++;
            }
            text.append(pattern.charAt(i));
        }
        return text.toString();
    }

    /** Where the pattern goes on when its element at {@code p} matches {@code c}; -1 when it does not. */
    private int step(int p, char c) {
        char first = pattern.charAt(p);
        return switch (first) {
            case '?' -> p + 1;
            case '[' -> {
                int end = closingBracket(p);
                if (end >= 0) {
                    yield inBrackets(p + 1, end, c) ? end + 1 : -1;
                }
                yield c == '[' ? p + 1 : -1;
            }
            case '\\' -> {
                if (p + 1 < pattern.length()) {
                    yield pattern.charAt(p + 1) == c ? p + 2 : -1;
                }
                yield c == '\\' ? p + 1 : -1;
            }
            default -> first == c ? p + 1 : -1;
        };
    }

    private int closingBracket(int open) {
        if (open >= unclosedFrom) {
            return -1;
        }
        int i = open + 1;
        if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
            i++;
        }
        boolean first = true;
        for (; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (pattern.startsWith("[:", i) && pattern.indexOf(":]", i) > 0) {
                i = pattern.indexOf(":]", i) + 1;
            } else if (c == ']' && !first) {
                return i;
            }
            first = false;
        }
        unclosedFrom = open;
        return -1;
    }

    private boolean inBrackets(int from, int end, char c) {
        int i = from;
        boolean negated = pattern.charAt(i) == '!' || pattern.charAt(i) == '^';
        if (negated) {
            i++;
        }
        boolean found = false;
        while (i < end) {
            if (pattern.startsWith("[:", i)) {
                int close = pattern.indexOf(":]", i);
                found |= CharacterClass.contains(pattern.substring(i + 2, close), c);
                i = close + 2;
                continue;
            }
            i = pattern.charAt(i) == '\\' ? i + 1 : i;
            char low = pattern.charAt(i++);
            char high = low;
            if (i + 1 < end && pattern.charAt(i) == '-') {
                i = pattern.charAt(i + 1) == '\\' ? i + 2 : i + 1;
                high = pattern.charAt(i++);
            }
            found |= low <= c && c <= high;
        }
        return found != negated;
    }
}
