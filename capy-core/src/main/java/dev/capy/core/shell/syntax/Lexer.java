package dev.capy.core.shell.syntax;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens. */
final class Lexer {

    private static final List<String> OPERATORS = List.of(
            "&>>", "<<<", "<<-", "&&", "||", ";;", "&>", "<<", "<&", "<>", ">>", ">&", ">|", "(", ")", "|", "&", ";",
            "<", ">");

    private final Cursor cursor;
    private final Nesting nesting;
    private final WordReader words;
    private final List<HereDocument> awaited = new ArrayList<>(0);

    Lexer(Cursor cursor, Nesting nesting) {
        this.cursor = cursor;
        this.nesting = nesting;
        this.words = new WordReader(cursor, nesting);
    }

    Nesting nesting() {
        return nesting;
    }

    int line() {
        return cursor.line();
    }

    /** Whether {@code c} is the very next character, no blank before it. */
    boolean comesDirectly(char c) {
        return cursor.peek() == c;
    }

    /** The text of {@code document} follows the next newline. */
    void await(HereDocument document) {
        awaited.add(document);
    }

    /** A here-document must begin inside the parentheses that hold it. */
    void requireNoAwaitedDocument() throws SyntaxError {
        if (!awaited.isEmpty()) {
            throw new SyntaxError(cursor.line(), "here-document without text");
        }
    }

    Token next() throws SyntaxError {
        skipBlanks();
        int line = cursor.line();
        int c = cursor.peek();
        if (c == Cursor.END) {
            return new Token(Token.Kind.END, "", Word.EMPTY, line);
        }
        if (c == '\n') {
            cursor.next();
            readDocuments();
            return new Token(Token.Kind.NEWLINE, "", Word.EMPTY, line);
        }
        for (String operator : OPERATORS) {
            if (cursor.take(operator)) {
                return new Token(Token.Kind.OPERATOR, operator, Word.EMPTY, line);
            }
        }
        return word(line);
    }

    private Token word(int line) throws SyntaxError {
        Word word = words.word();
        String bare = word.bare();
        int after = cursor.peek();
        boolean descriptor = bare.length() == 1 && Names.isDigit(bare.charAt(0)) && (after == '<' || after == '>');
        return new Token(descriptor ? Token.Kind.DESCRIPTOR : Token.Kind.WORD, bare, word, line);
    }

    private void readDocuments() throws SyntaxError {
        for (HereDocument document : awaited) {
            document.readFrom(cursor, nesting);
        }
        awaited.clear();
    }

    private void skipBlanks() {
        while (cursor.peekJoined() == ' ' || cursor.peek() == '\t') {
            cursor.next();
        }
        if (cursor.peek() == '#') {
            while (cursor.peek() != '\n' && cursor.peek() != Cursor.END) {
                cursor.next();
            }
        }
    }
}
