package dev.capy.core.shell.syntax;

/** A place in a text. */
final class Cursor {

    static final int END = -1;

    private final String text;
    private int at;
    private int line;

    Cursor(String text, int line) {
        this.text = text;
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character, or {@link #END}. */
    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    /** The next character, line continuations skipped, or {@link #END}. */
    int peekJoined() {
        while (peek() == '\\' && peek(1) == '\n') {
            next();
            next();
        }
        return peek();
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    /** Moves behind {@code expected} when it comes next. */
    boolean take(String expected) {
        if (!text.startsWith(expected, at)) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            next();
        }
        return true;
    }

    /** The rest of the line; moves behind its end. */
    String takeLine() {
        int end = text.indexOf('\n', at);
        String rest = text.substring(at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        line++;
        return rest;
    }

    /** The rest of the line and, while a backslash ends it, the lines that follow. */
    String takeJoinedLine() {
        String rest = takeLine();
        StringBuilder joined = new StringBuilder();
        while (!atEnd() && endsInContinuation(rest)) {
            joined.append(rest, 0, rest.length() - 1);
            rest = takeLine();
        }
        return joined.append(rest).toString();
    }

    private static boolean endsInContinuation(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }
}
