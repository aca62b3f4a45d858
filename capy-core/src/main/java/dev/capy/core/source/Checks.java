package dev.capy.core.source;

import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.View;

public final class Checks {
    public enum State {
        NONE,
        PENDING,
        SUCCESS,
        FAILURE
    }

    public Checks(Registry registry, Sources sources) {}

    public State state(View view, PullRequest pull) {
        return State.NONE;
    }
}
