package dev.capy.core.shell.builtin;

/**
 * A text whose backslash escapes have been read.
 *
 * @param stopped whether {@code \c} ended it
 */
record Escapes(String text, boolean stopped) {

    private static final String LETTERS = "abfnrtv\\";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";

    /** Reads escapes; octal ones begin with {@code \0} for {@code echo}, with any octal digit for {@code printf}. */
    static Escapes read(String text, boolean forEcho) {
        StringBuilder read = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\' || at == text.length()) {
                read.append(c);
                continue;
            }
            char letter = text.charAt(at);
            int known = LETTERS.indexOf(letter);
            if (letter == 'c') {
                return new Escapes(read.toString(), true);
            } else if (known >= 0) {
                read.append(MEANINGS.charAt(known));
                at++;
            } else if (forEcho ? letter == '0' : letter >= '0' && letter <= '7') {
                int from = forEcho ? at + 1 : at;
                int end = octalEnd(text, from);
                read.append((char) (end == from ? 0 : Integer.parseInt(text.substring(from, end), 8) & 0xff));
                at = end;
            } else if (!forEcho && (letter == '"' || letter == '\'')) {
                read.append(letter);
                at++;
            } else {
                read.append(c);
            }
        }
        return new Escapes(read.toString(), false);
    }

    private static int octalEnd(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 3 && text.charAt(end) >= '0' && text.charAt(end) <= '7') {
            end++;
        }
        return end;
    }
}
