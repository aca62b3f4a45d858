package dev.capy.core.source.git;

import java.time.Instant;

/**
 * Who did something in git, and when; the time zone is always UTC. Immutable and thread-safe.
 *
 * @param name without {@code <}, {@code >}, newline and NUL
 * @param email without the same characters
 * @param when the time, of which git keeps whole seconds
 */
public record GitSignature(String name, String email, Instant when) {

    /** @throws IllegalArgumentException when the name or the email cannot stand in a commit */
    public GitSignature {
        requireStorable("name", name);
        requireStorable("email", email);
    }

    private static void requireStorable(String what, String value) {
        if (value.chars().anyMatch(c -> c == '<' || c == '>' || c == '\n' || c == 0)) {
            throw new IllegalArgumentException(what + " must not hold <, >, newline or NUL, was '" + value + "'");
        }
    }

    /** As it stands in a commit: {@code Ada <ada@example.com> 1767225600 +0000}. */
    String line() {
        return name + " <" + email + "> " + when.getEpochSecond() + " +0000";
    }
}
