package dev.capy.server.verify;

/**
 * Where a value is not what it should be.
 *
 * @param at a JSON pointer into the body; empty for the whole body, and for what is no body
 * @param expected what should be there
 * @param actual what is there
 */
public record Difference(String at, String expected, String actual) {

    @Override
    public String toString() {
        return (at.isEmpty() ? "" : at + ": ") + "expected " + expected + ", was " + actual;
    }
}
