package dev.capy.core.shell.syntax;

/** How deep a text nests, so that none exhausts the stack. */
final class Nesting {

    private static final int LIMIT = 100;

    private int depth;

    void enter(int line) throws SyntaxError {
        if (++depth > LIMIT) {
            throw new SyntaxError(line, "nested more than " + LIMIT + " deep");
        }
    }

    void leave() {
        depth--;
    }
}
