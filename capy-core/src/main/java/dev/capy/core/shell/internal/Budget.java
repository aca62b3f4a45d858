package dev.capy.core.shell.internal;

/** How much work a run may still do, so that no script holds up its host. Not thread-safe. */
public final class Budget {

    private static final int COMMANDS = 1_000_000;
    private static final long CHARACTERS = 64L << 20;
    private static final int DEPTH = 250;

    private int commands;
    private long characters;
    private int depth;

    /** One more command. */
    void step() {
        if (++commands > COMMANDS) {
            throw new Jump.LimitExceeded("more than " + COMMANDS + " commands");
        }
    }

    /** So many more characters made, copied or compared. */
    public void charge(long count) {
        characters += count;
        if (characters > CHARACTERS) {
            throw new Jump.LimitExceeded("more than " + CHARACTERS + " characters of work");
        }
    }

    void enter() {
        if (++depth > DEPTH) {
            throw new Jump.LimitExceeded("nested more than " + DEPTH + " deep");
        }
    }

    int depth() {
        return depth;
    }

    /** After a jump out of an unknown number of levels. */
    void setDepth(int other) {
        depth = other;
    }

    void leave() {
        depth--;
    }
}
