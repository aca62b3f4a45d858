package dev.capy.core.shell.syntax;

/** What a variable's or function's name is made of. */
public final class Names {

    private Names() {}

    /** Whether {@code text} may name a variable. */
    public static boolean isName(String text) {
        return !text.isEmpty() && isStart(text.charAt(0)) && text.chars().allMatch(Names::isPart);
    }

    static boolean isStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    static boolean isPart(int c) {
        return isStart(c) || isDigit(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
