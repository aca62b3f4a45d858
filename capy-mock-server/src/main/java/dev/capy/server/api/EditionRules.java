package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.source.PullRequest;
import dev.capy.core.task.TaskStatus;
import dev.capy.server.contract.Edition;
import dev.capy.server.worlds.HostedWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the editions do differently and their documents cannot say: each difference has its name here, and only here. */
final class EditionRules {

    private static final ConcurrentMap<String, List<String>> MODELS = new ConcurrentHashMap<>();
    private static final Duration STOPPING = Duration.ofSeconds(2);

    private EditionRules() {}

    /** The models that an edition lists, in its order; in 2026-06 one can be asked for that its list leaves out. */
    static List<String> listedModels(HostedWorld hosted) {
        return MODELS.computeIfAbsent(hosted.edition().name(), name -> listedModels(hosted.edition()));
    }

    private static List<String> listedModels(Edition edition) {
        JsonNode document = edition.document();
        JsonNode id = document.at("/components/schemas/Model/properties/id");
        JsonNode schema =
                id.has("$ref") ? document.at(id.get("$ref").textValue().substring(1)) : id;
        List<String> ids = new ArrayList<>();
        schema.path("enum").forEach(model -> ids.add(model.textValue()));
        return List.copyOf(ids);
    }

    /** An edition's word for a task's status; 2026-04 has none for two of them, and what it calls them is inferred. */
    static String word(HostedWorld hosted, TaskStatus status) {
        if (!hosted.edition().name().equals("capy-2026-04")) {
            return status.word();
        }
        return switch (status) {
            case COMPLETED -> TaskStatus.ARCHIVED.word();
            case ERROR -> TaskStatus.NEEDS_REVIEW.word();
            case BACKLOG, QUEUED, IN_PROGRESS, NEEDS_REVIEW, ARCHIVED -> status.word();
        };
    }

    /** An edition's word for a pull request's state: 2026-04 calls merged ones closed, as its clients saw. */
    static String word(HostedWorld hosted, PullRequest.State state) {
        boolean early = hosted.edition().name().equals("capy-2026-04");
        return (early && state == PullRequest.State.MERGED ? PullRequest.State.CLOSED : state).word();
    }

    /** Where a diff comes from in an edition's word: 2026-04 does not know GitHub. */
    static String diffSource(HostedWorld hosted, String source) {
        return hosted.edition().name().equals("capy-2026-04") ? "snapshot" : source;
    }

    /** Whether a task by itself tells of its pull request; from 2026-06 on only threads and lists do. */
    static boolean showsPullRequestOfTask(HostedWorld hosted) {
        return hosted.edition().name().equals("capy-2026-04");
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
