package dev.capy.core.shell.syntax;

import org.jspecify.annotations.Nullable;

/** The tokens of a text, with one of them to look at before it is taken. */
final class Tokens {

    private final Lexer lexer;
    private @Nullable Token ahead;

    Tokens(Lexer lexer) {
        this.lexer = lexer;
    }

    Lexer lexer() {
        return lexer;
    }

    Token peek() throws SyntaxError {
        if (ahead == null) {
            ahead = lexer.next();
        }
        return ahead;
    }

    Token next() throws SyntaxError {
        Token token = peek();
        ahead = null;
        return token;
    }

    boolean take(String operatorOrKeyword) throws SyntaxError {
        boolean comes = peek().is(operatorOrKeyword);
        if (comes) {
            ahead = null;
        }
        return comes;
    }

    void expect(String operatorOrKeyword) throws SyntaxError {
        if (!take(operatorOrKeyword)) {
            throw peek().unexpected(operatorOrKeyword);
        }
    }

    void skipNewlines() throws SyntaxError {
        while (peek().kind() == Token.Kind.NEWLINE) {
            ahead = null;
        }
    }
}
