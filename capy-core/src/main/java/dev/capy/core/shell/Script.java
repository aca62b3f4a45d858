package dev.capy.core.shell;

import dev.capy.core.shell.syntax.Program;
import dev.capy.core.shell.syntax.SyntaxError;
import java.util.Optional;

/** A parsed script, to be run any number of times. Immutable and thread-safe. */
public final class Script {

    private final String source;
    private final Program program;

    Script(String source) {
        this.source = source;
        this.program = Program.parse(source);
    }

    /** The text it was parsed from. */
    public String source() {
        return source;
    }

    /**
     * The syntax error that the shell will report when it comes to it, such as {@code line 3: Syntax error: "fi"
     * unexpected}; empty when there is none. Lines before the error do run.
     */
    public Optional<String> syntaxError() {
        return program.error().map(Script::describe);
    }

    private static String describe(SyntaxError error) {
        return "line " + error.line() + ": " + error.text();
    }

    Program program() {
        return program;
    }
}
