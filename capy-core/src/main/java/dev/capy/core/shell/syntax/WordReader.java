package dev.capy.core.shell.syntax;

/** Reads words: quotes, escapes, and where expansions begin. */
final class WordReader {

    private static final String METACHARACTERS = " \t\n;&|<>()";

    private final Cursor cursor;
    private final DollarReader dollars;

    WordReader(Cursor cursor, Nesting nesting) {
        this.cursor = cursor;
        this.dollars = new DollarReader(cursor, nesting, this);
    }

    /** An ordinary word, up to the next blank or operator. */
    Word word() throws SyntaxError {
        WordBuilder word = new WordBuilder();
        while (true) {
            int c = cursor.peekJoined();
            if (c == Cursor.END || METACHARACTERS.indexOf(c) >= 0) {
                return word.build();
            }
            unquoted(word);
        }
    }

    /** The text of a here-document or an arithmetic expression, up to the end. */
    Word quotedText() throws SyntaxError {
        WordBuilder word = new WordBuilder();
        while (cursor.peekJoined() != Cursor.END) {
            inDoubleQuotes(word, "$`\\");
        }
        return word.build();
    }

    /** The word inside {@code ${x:-…}}, up to and past the closing brace. */
    Word untilBrace(boolean quoted) throws SyntaxError {
        WordBuilder word = new WordBuilder();
        while (cursor.peekJoined() != '}') {
            if (cursor.atEnd()) {
                throw new SyntaxError(cursor.line(), "Missing '}'");
            }
            if (!quoted) {
                unquoted(word);
            } else if (cursor.peek() == '"') {
                cursor.next();
                doubleQuoted(word);
            } else {
                inDoubleQuotes(word, "$`\"\\}");
            }
        }
        cursor.next();
        return word.build();
    }

    private void unquoted(WordBuilder word) throws SyntaxError {
        char c = cursor.next();
        switch (c) {
            case '\\' -> word.add(cursor.atEnd() ? '\\' : cursor.next(), true);
            case '\'' -> singleQuoted(word);
            case '"' -> doubleQuoted(word);
            case '$' -> dollars.read(word, false);
            case '`' -> dollars.backticks(word, false);
            case '~' -> tilde(word);
            default -> word.add(c, false);
        }
    }

    private void tilde(WordBuilder word) {
        int after = cursor.peekJoined();
        boolean alone = after == Cursor.END || after == '/' || after == '}' || METACHARACTERS.indexOf(after) >= 0;
        if (word.isEmpty() && alone) {
            word.add(new Word.Tilde());
        } else {
            word.add('~', false);
        }
    }

    private void singleQuoted(WordBuilder word) throws SyntaxError {
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != '\'') {
            if (cursor.atEnd()) {
                throw unterminated();
            }
            text.append(cursor.next());
        }
        cursor.next();
        word.quote(text.toString());
    }

    private void doubleQuoted(WordBuilder word) throws SyntaxError {
        if (cursor.peekJoined() == '"') {
            word.quote("");
        }
        while (cursor.peekJoined() != '"') {
            if (cursor.atEnd()) {
                throw unterminated();
            }
            inDoubleQuotes(word, "$`\"\\");
        }
        cursor.next();
    }

    private void inDoubleQuotes(WordBuilder word, String escapable) throws SyntaxError {
        char c = cursor.next();
        if (c == '\\' && cursor.peek() != Cursor.END && escapable.indexOf(cursor.peek()) >= 0) {
            word.add(cursor.next(), true);
        } else if (c == '$') {
            dollars.read(word, true);
        } else if (c == '`') {
            dollars.backticks(word, true);
        } else {
            word.add(c, true);
        }
    }

    private SyntaxError unterminated() {
        return new SyntaxError(cursor.line(), "Unterminated quoted string");
    }
}
