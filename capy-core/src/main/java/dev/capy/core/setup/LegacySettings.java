package dev.capy.core.setup;

import java.util.List;
import java.util.Objects;

/**
 * The hooks that one repository's {@code .capy/settings.json} has.
 *
 * @param setup commands that run when the repository is initialized
 * @param tools what runs around the tools of agents
 * @param opensTerminals whether it asks for terminals or previews too, which a Setup has no place for
 */
record LegacySettings(List<String> setup, ToolHooks tools, boolean opensTerminals) {

    static final LegacySettings NONE = new LegacySettings(List.of(), ToolHooks.NONE, false);

    LegacySettings {
        setup = List.copyOf(setup);
        Objects.requireNonNull(tools, "tools");
    }

    /** Whether there is anything that runs. */
    boolean hasHooks() {
        return opensTerminals
                || !setup.isEmpty()
                || !tools.pre().isEmpty()
                || !tools.post().isEmpty();
    }
}
