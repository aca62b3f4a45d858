package dev.capy.core.shell.internal;

/** Takes the pieces of a word as they are expanded. */
interface Receiver {

    /** Text that means only itself. */
    void quoted(String text);

    /** Text of the script, which may be a pattern. */
    void text(String text);

    /** What an expansion gave, which may be a pattern and several fields. */
    void value(String text);

    /** Between two fields of {@code "$@"}. */
    void nextField();
}
