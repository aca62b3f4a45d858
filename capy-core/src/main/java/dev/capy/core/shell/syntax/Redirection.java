package dev.capy.core.shell.syntax;

/** One redirection. Immutable and thread-safe. Descriptors are 1 (output) and 2 (errors). */
public sealed interface Redirection {

    /** {@code > target}, {@code >> target} */
    record ToFile(int descriptor, boolean append, Word target) implements Redirection {}

    /** {@code &> target}, {@code &>> target} */
    record BothToFile(boolean append, Word target) implements Redirection {}

    /** {@code 2>&1} */
    record Duplicate(int descriptor, int of) implements Redirection {}

    /** {@code < target} */
    record FromFile(Word target) implements Redirection {}

    /** {@code << word} and the text that follows */
    record Here(HereDocument document) implements Redirection {}
}
