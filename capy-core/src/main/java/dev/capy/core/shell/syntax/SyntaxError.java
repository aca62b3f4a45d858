package dev.capy.core.shell.syntax;

/** The text is no script of the supported language. */
public final class SyntaxError extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    SyntaxError(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** Where, counted from 1. */
    public int line() {
        return line;
    }

    /** What, in dash's words. */
    public String text() {
        return "Syntax error: " + getMessage();
    }
}
