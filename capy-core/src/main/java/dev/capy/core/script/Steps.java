package dev.capy.core.script;

import java.util.ArrayList;
import java.util.List;

/** What the lists of steps have in common. */
final class Steps {

    private Steps() {}

    static <S> List<S> and(List<S> steps, S next) {
        List<S> more = new ArrayList<>(steps);
        more.add(next);
        return List.copyOf(more);
    }
}
