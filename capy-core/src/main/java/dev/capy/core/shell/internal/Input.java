package dev.capy.core.shell.internal;

import org.jspecify.annotations.Nullable;

/** Text to be read once, shared by everybody who reads it; it is there from a moment on. Not thread-safe. */
public final class Input {

    private final String text;
    private final long availableAt;
    private int position;

    Input(String text, long availableAt) {
        this.text = text;
        this.availableAt = availableAt;
    }

    static Input empty() {
        return new Input("", 0);
    }

    long availableAt() {
        return availableAt;
    }

    String rest() {
        String rest = text.substring(position);
        position = text.length();
        return rest;
    }

    /** The next line without its end; null when there is none. */
    @Nullable
    String line() {
        if (position >= text.length()) {
            return null;
        }
        int end = text.indexOf('\n', position);
        String line = text.substring(position, end < 0 ? text.length() : end);
        position = end < 0 ? text.length() : end + 1;
        return line;
    }
}
