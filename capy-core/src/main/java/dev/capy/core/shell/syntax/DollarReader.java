package dev.capy.core.shell.syntax;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Reads what begins with a dollar sign or a backtick. */
final class DollarReader {

    private static final String SPECIAL = "?#@*$!-";
    private static final List<ParameterOperation> LONGEST_SIGN_FIRST = Arrays.stream(ParameterOperation.values())
            .filter(operation -> !operation.sign().isEmpty())
            .sorted(Comparator.comparing(operation -> -operation.sign().length()))
            .toList();

    private final Cursor cursor;
    private final Nesting nesting;
    private final WordReader words;

    DollarReader(Cursor cursor, Nesting nesting, WordReader words) {
        this.cursor = cursor;
        this.nesting = nesting;
        this.words = words;
    }

    /** What stands behind a dollar sign. */
    void read(WordBuilder word, boolean quoted) throws SyntaxError {
        int c = cursor.peekJoined();
        if (c == '(') {
            nesting.enter(cursor.line());
            cursor.next();
            word.add(cursor.take("(") ? arithmetic(quoted) : substitution(quoted));
            nesting.leave();
        } else if (c == '{') {
            nesting.enter(cursor.line());
            cursor.next();
            word.add(braced(quoted));
            nesting.leave();
        } else if (Names.isStart(c)) {
            word.add(parameter(name(), quoted));
        } else if (c != Cursor.END && (SPECIAL.indexOf(c) >= 0 || Names.isDigit(c))) {
            word.add(parameter(String.valueOf(cursor.next()), quoted));
        } else {
            word.add('$', quoted);
        }
    }

    private static Word.Part parameter(String name, boolean quoted) {
        return new Word.Parameter(name, ParameterOperation.VALUE, Word.EMPTY, quoted);
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (Names.isPart(cursor.peekJoined())) {
            name.append(cursor.next());
        }
        return name.toString();
    }

    private Word.Part braced(boolean quoted) throws SyntaxError {
        boolean length = cursor.peek() == '#' && cursor.peek(1) != '}' && cursor.peek(1) != Cursor.END;
        if (length) {
            cursor.next();
        }
        String name = bracedName();
        if (cursor.peek() == '}') {
            cursor.next();
            ParameterOperation operation = length ? ParameterOperation.LENGTH : ParameterOperation.VALUE;
            return new Word.Parameter(name, operation, Word.EMPTY, quoted);
        }
        if (cursor.atEnd()) {
            throw new SyntaxError(cursor.line(), "Missing '}'");
        }
        ParameterOperation operation = length ? ParameterOperation.VALUE : operation();
        if (operation == ParameterOperation.VALUE) {
            throw new SyntaxError(cursor.line(), "Bad substitution");
        }
        boolean pattern = operation.compareTo(ParameterOperation.SHORTEST_PREFIX) >= 0;
        return new Word.Parameter(name, operation, words.untilBrace(quoted && !pattern), quoted);
    }

    private String bracedName() throws SyntaxError {
        int c = cursor.peek();
        if (Names.isStart(c)) {
            return name();
        }
        if (c != Cursor.END && SPECIAL.indexOf(c) >= 0) {
            return String.valueOf(cursor.next());
        }
        StringBuilder digits = new StringBuilder();
        while (Names.isDigit(cursor.peek())) {
            digits.append(cursor.next());
        }
        if (digits.isEmpty() || digits.length() > 4) {
            throw new SyntaxError(cursor.line(), cursor.atEnd() ? "Missing '}'" : "Bad substitution");
        }
        return digits.toString();
    }

    private ParameterOperation operation() {
        for (ParameterOperation operation : LONGEST_SIGN_FIRST) {
            if (cursor.take(operation.sign())) {
                return operation;
            }
        }
        return ParameterOperation.VALUE;
    }

    private Word.Part substitution(boolean quoted) throws SyntaxError {
        return new Word.Substitution(new Parser(new Lexer(cursor, nesting)).substitution(), quoted);
    }

    private Word.Part arithmetic(boolean quoted) throws SyntaxError {
        int line = cursor.line();
        StringBuilder text = new StringBuilder();
        int open = 0;
        while (open > 0 || !(cursor.peek() == ')' && cursor.peek(1) == ')')) {
            if (cursor.atEnd()) {
                throw new SyntaxError(cursor.line(), "Missing '))'");
            }
            char c = cursor.next();
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                throw new SyntaxError(cursor.line(), "Missing '))'");
            }
            text.append(c);
        }
        cursor.take("))");
        Word expression = new WordReader(new Cursor(text.toString(), line), nesting).quotedText();
        return new Word.Arithmetic(expression, quoted);
    }

    /** What stands behind a backtick, up to the next one. */
    void backticks(WordBuilder word, boolean quoted) throws SyntaxError {
        int line = cursor.line();
        nesting.enter(line);
        StringBuilder text = new StringBuilder();
        while (cursor.peek() != '`') {
            if (cursor.atEnd()) {
                throw new SyntaxError(cursor.line(), "EOF in backquote substitution");
            }
            char c = cursor.next();
            boolean escape = c == '\\'
                    && cursor.peek() != Cursor.END
                    && (quoted ? "$`\\\"" : "$`\\").indexOf(cursor.peek()) >= 0;
            text.append(escape ? cursor.next() : c);
        }
        cursor.next();
        Program body = new Parser(new Lexer(new Cursor(text.toString(), line), nesting)).strictProgram();
        word.add(new Word.Substitution(body, quoted));
        nesting.leave();
    }
}
