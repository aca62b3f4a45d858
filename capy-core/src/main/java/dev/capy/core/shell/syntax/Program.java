package dev.capy.core.shell.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A parsed text: its complete commands up to the first syntax error, which a shell reports only after it ran them.
 * Immutable and thread-safe.
 */
public record Program(List<Command> commands, Optional<SyntaxError> error) {

    /** Reads {@code text}; never fails. */
    public static Program parse(String text) {
        return new Parser(new Lexer(new Cursor(text, 1), new Nesting())).program();
    }
}
