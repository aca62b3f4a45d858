package dev.capy.core.shell.syntax;

import java.util.Set;

/** A token: {@code text} is an operator's sign, or a word's bare text if it has one. */
record Token(Kind kind, String text, Word word, int line) {

    enum Kind {
        WORD,
        OPERATOR,
        DESCRIPTOR,
        NEWLINE,
        END
    }

    private static final Set<String> RESERVED = Set.of(
            "if", "then", "elif", "else", "fi", "for", "while", "until", "do", "done", "case", "esac", "in", "{", "}",
            "!");
    private static final Set<String> CLOSING = Set.of("then", "elif", "else", "fi", "do", "done", "esac", "}");

    boolean is(String operatorOrKeyword) {
        return (kind == Kind.OPERATOR || kind == Kind.WORD) && text.equals(operatorOrKeyword);
    }

    boolean isOperator(String sign) {
        return kind == Kind.OPERATOR && text.equals(sign);
    }

    boolean isRedirection() {
        return kind == Kind.DESCRIPTOR
                || (kind == Kind.OPERATOR && (text.startsWith("<") || text.endsWith(">") || text.startsWith(">")));
    }

    /** Whether no command can begin here. */
    boolean closesList() {
        return switch (kind) {
            case END -> true;
            case WORD -> CLOSING.contains(text);
            case OPERATOR -> text.equals(")") || text.equals(";;");
            case NEWLINE, DESCRIPTOR -> false;
        };
    }

    SyntaxError unexpected(String expecting) {
        String what = switch (kind) {
            case END -> "end of file";
            case NEWLINE -> "newline";
            case DESCRIPTOR -> "redirection";
            case WORD -> RESERVED.contains(text) && !text.equals("in") ? quoted() : "word";
            case OPERATOR -> isRedirection() ? "redirection" : quoted();
        };
        String hint = expecting.isEmpty() ? "" : " (expecting \"" + expecting + "\")";
        return new SyntaxError(line, what + " unexpected" + hint);
    }

    private String quoted() {
        return '"' + text + '"';
    }
}
