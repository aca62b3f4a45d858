package dev.capy.server.api;

import dev.capy.core.catalog.Model;
import dev.capy.server.worlds.HostedWorld;
import java.time.Duration;
import java.util.Set;

/** What the editions do differently and their documents cannot say: each difference has its name here, and only here. */
final class EditionRules {

    private static final Set<String> UNLISTED = Set.of("claude-fable-5");
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private EditionRules() {}

    /** Whether the list of models names one; in 2026-06 a model can be asked for that its list leaves out. */
    static boolean listsModel(HostedWorld hosted, Model model) {
        return !hosted.edition().name().equals("capy-2026-06") || !UNLISTED.contains(model.id());
    }

    /** Whether a message can be told to be queued; in the earlier editions each one is simply sent. */
    static boolean knowsQueuedMessages(HostedWorld hosted) {
        return hosted.edition().name().equals("capy-2026-07");
    }

    /** For how long a thread is stopping; only 2026-07 knows that state. */
    static Duration stopping(HostedWorld hosted) {
        return hosted.edition().name().equals("capy-2026-07") ? STOPPING : Duration.ZERO;
    }
}
