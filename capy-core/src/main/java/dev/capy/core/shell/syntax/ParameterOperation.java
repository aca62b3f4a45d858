package dev.capy.core.shell.syntax;

/** What a parameter expansion does with the parameter's value. */
public enum ParameterOperation {
    /** {@code $x} */
    VALUE,
    /** {@code ${#x}} */
    LENGTH,
    /** {@code ${x-word}} */
    DEFAULT_IF_UNSET,
    /** {@code ${x:-word}} */
    DEFAULT_IF_EMPTY,
    /** {@code ${x=word}} */
    ASSIGN_IF_UNSET,
    /** {@code ${x:=word}} */
    ASSIGN_IF_EMPTY,
    /** {@code ${x?word}} */
    FAIL_IF_UNSET,
    /** {@code ${x:?word}} */
    FAIL_IF_EMPTY,
    /** {@code ${x+word}} */
    ALTERNATIVE_IF_SET,
    /** {@code ${x:+word}} */
    ALTERNATIVE_IF_FULL,
    /** {@code ${x#pattern}} */
    SHORTEST_PREFIX,
    /** {@code ${x##pattern}} */
    LONGEST_PREFIX,
    /** {@code ${x%pattern}} */
    SHORTEST_SUFFIX,
    /** {@code ${x%%pattern}} */
    LONGEST_SUFFIX;

    /** The operation's sign behind the name, longest first where one begins another. */
    String sign() {
        return switch (this) {
            case VALUE, LENGTH -> "";
            case DEFAULT_IF_UNSET -> "-";
            case DEFAULT_IF_EMPTY -> ":-";
            case ASSIGN_IF_UNSET -> "=";
            case ASSIGN_IF_EMPTY -> ":=";
            case FAIL_IF_UNSET -> "?";
            case FAIL_IF_EMPTY -> ":?";
            case ALTERNATIVE_IF_SET -> "+";
            case ALTERNATIVE_IF_FULL -> ":+";
            case SHORTEST_PREFIX -> "#";
            case LONGEST_PREFIX -> "##";
            case SHORTEST_SUFFIX -> "%";
            case LONGEST_SUFFIX -> "%%";
        };
    }

    /** Whether an empty value counts as none. */
    public boolean emptyIsUnset() {
        return sign().startsWith(":");
    }
}
