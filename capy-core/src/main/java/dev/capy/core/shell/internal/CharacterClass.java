package dev.capy.core.shell.internal;

/** The named classes of bracket expressions, such as {@code [:alpha:]}. */
final class CharacterClass {

    private CharacterClass() {}

    /** Whether the class of that name, empty if there is none, holds {@code c}. */
    static boolean contains(String name, char c) {
        return switch (name) {
            case "alpha" -> isLetter(c);
            case "digit" -> isDigit(c);
            case "alnum" -> isLetter(c) || isDigit(c);
            case "upper" -> c >= 'A' && c <= 'Z';
            case "lower" -> c >= 'a' && c <= 'z';
            case "space" -> c == ' ' || (c >= '\t' && c <= '\r');
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> c > ' ' && c < 127 && !isLetter(c) && !isDigit(c);
            case "xdigit" -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            default -> false;
        };
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
