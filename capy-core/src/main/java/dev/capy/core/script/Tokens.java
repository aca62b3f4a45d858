package dev.capy.core.script;

/** What the tokens of steps have in common. */
final class Tokens {

    private Tokens() {}

    static void requireNotNegative(long input, long output) {
        if (input < 0 || output < 0) {
            throw new IllegalArgumentException("tokens must not be negative, were " + input + " and " + output);
        }
    }
}
