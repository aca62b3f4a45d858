package dev.capy.core.automation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which MCP servers a run may use besides the project's; recorded, never used.
 *
 * @param enabledServerKeys those that are added; null where nothing was said
 * @param disabledServerKeys those that are left out; null where nothing was said
 */
public record McpOverrides(
        @Nullable List<String> enabledServerKeys, @Nullable List<String> disabledServerKeys) {

    public McpOverrides {
        enabledServerKeys = enabledServerKeys == null ? null : List.copyOf(enabledServerKeys);
        disabledServerKeys = disabledServerKeys == null ? null : List.copyOf(disabledServerKeys);
    }
}
