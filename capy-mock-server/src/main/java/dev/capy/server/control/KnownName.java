package dev.capy.server.control;

import dev.capy.core.kernel.error.NotFound;
import dev.capy.server.contract.Nearest;
import java.util.List;
import java.util.stream.Stream;

/** The name of something that is there, and must be. */
final class KnownName {

    private KnownName() {}

    /**
     * @param kind what it is the name of
     * @throws NotFound when nothing is called so, with the nearest name that something has
     */
    static String require(String kind, String typed, Stream<String> known) {
        List<String> names = known.toList();
        if (!names.contains(typed)) {
            throw new NotFound("There is no " + kind + " called " + typed
                    + Nearest.to(typed, names)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
        return typed;
    }
}
