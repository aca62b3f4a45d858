package dev.capy.server.verify;

import java.util.List;

/**
 * Whether one thing that was said of a request is so.
 *
 * @param holds whether it is
 * @param expected what was said, for example {@code body $.prompt contains "login"}
 * @param differences where it is not so; empty when it is
 */
public record Finding(boolean holds, String expected, List<Difference> differences) {

    public Finding {
        differences = List.copyOf(differences);
    }

    static Finding of(String expected, boolean holds, Difference otherwise) {
        return new Finding(holds, expected, holds ? List.of() : List.of(otherwise));
    }
}
