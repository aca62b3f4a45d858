package dev.capy.core.shell.syntax;

import java.util.List;

/** The text of a here-document. Filled once, while parsing; immutable afterwards. */
public final class HereDocument {

    private final String delimiter;
    private final boolean stripTabs;
    private final boolean literal;
    private Word body = Word.EMPTY;

    HereDocument(String delimiter, boolean stripTabs, boolean literal) {
        this.delimiter = delimiter;
        this.stripTabs = stripTabs;
        this.literal = literal;
    }

    /** The text before expansion. */
    public Word body() {
        return body;
    }

    /** Reads the lines behind the cursor up to the delimiter, or to the end as dash does. */
    void readFrom(Cursor cursor, Nesting nesting) throws SyntaxError {
        int firstLine = cursor.line();
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd()) {
            String line = literal ? cursor.takeLine() : cursor.takeJoinedLine();
            String stripped = stripTabs ? withoutLeadingTabs(line) : line;
            if (stripped.equals(delimiter)) {
                break;
            }
            text.append(stripped).append('\n');
        }
        body = literal
                ? new Word(List.of(new Word.Literal(text.toString(), true)))
                : new WordReader(new Cursor(text.toString(), firstLine), nesting).quotedText();
    }

    private static String withoutLeadingTabs(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == '\t') {
            at++;
        }
        return line.substring(at);
    }
}
