package dev.capy.server.api;

import dev.capy.core.catalog.Model;
import dev.capy.server.worlds.HostedWorld;
import java.util.Map;
import java.util.Set;

/** Which models an edition's list leaves out although threads can be made with them. */
final class EditionModels {

    private static final Map<String, Set<String>> UNLISTED = Map.of("capy-2026-06", Set.of("claude-fable-5"));

    private EditionModels() {}

    static boolean lists(HostedWorld hosted, Model model) {
        return !UNLISTED.getOrDefault(hosted.edition().name(), Set.of()).contains(model.id());
    }
}
