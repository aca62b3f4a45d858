package dev.capy.core.capx.account;

import dev.capy.core.kernel.error.Invalid;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a key may be used for (source: spec). */
public enum Scope {
    COMPANIES_READ("companies:read"),
    COMPANIES_WRITE("companies:write"),
    AGENTS_READ("agents:read"),
    AGENTS_WRITE("agents:write"),
    TASKS_READ("tasks:read"),
    TASKS_WRITE("tasks:write"),
    PLAYBOOKS_READ("playbooks:read"),
    PLAYBOOKS_WRITE("playbooks:write"),
    ACTIVITY_READ("activity:read"),
    /** Everything. */
    ALL("*");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** The API's word for it. */
    public String word() {
        return word;
    }

    /** @throws Invalid when there is no scope of this word */
    public static Scope of(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid("must be one of "
                        + Arrays.stream(values()).map(Scope::word).collect(Collectors.joining(", ")) + "; was '"
                        + word + "'"));
    }
}
