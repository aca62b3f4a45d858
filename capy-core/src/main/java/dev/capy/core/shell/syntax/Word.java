package dev.capy.core.shell.syntax;

import java.util.List;

/** A word before its expansion. Immutable and thread-safe. */
public record Word(List<Part> parts) {

    /** The word without characters. */
    public static final Word EMPTY = new Word(List.of());

    /** A piece of a word. */
    public sealed interface Part {}

    /** Text as it stands; {@code quoted} text is neither split nor a pattern. */
    public record Literal(String text, boolean quoted) implements Part {

        /** Whether it holds a character that means something in a pattern. */
        public boolean isPattern() {
            return !quoted && (text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0);
        }
    }

    /** {@code $name} or {@code ${name…}}. */
    public record Parameter(String name, ParameterOperation operation, Word argument, boolean quoted) implements Part {}

    /** {@code $( … )} or backticks. */
    public record Substitution(Program body, boolean quoted) implements Part {}

    /** {@code $(( … ))} */
    public record Arithmetic(Word expression, boolean quoted) implements Part {}

    /** A leading {@code ~}. */
    public record Tilde() implements Part {}

    /** Whether the word begins with a name and an equals sign. */
    public boolean looksLikeAssignment() {
        if (parts.isEmpty() || !(parts.get(0) instanceof Literal literal) || literal.quoted()) {
            return false;
        }
        int equals = literal.text().indexOf('=');
        return equals > 0 && Names.isName(literal.text().substring(0, equals));
    }

    /** The text, when the word is nothing but unquoted text; empty otherwise. */
    public String bare() {
        return parts.size() == 1 && parts.get(0) instanceof Literal literal && !literal.quoted() ? literal.text() : "";
    }
}
