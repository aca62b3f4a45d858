package dev.capy.core.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thread was given along with its first prompt.
 *
 * @param urls what the prompt refers to; recorded, never fetched
 * @param browserSnapshotIds the browser snapshots that were chosen
 * @param reliabilityInvestigationId recorded as given; null for none
 */
public record Attachments(
        List<String> urls,
        List<String> browserSnapshotIds,
        @Nullable String reliabilityInvestigationId) {

    public Attachments {
        urls = List.copyOf(urls);
        browserSnapshotIds = List.copyOf(browserSnapshotIds);
    }

    Attachments browsingWith(List<String> snapshotIds) {
        return new Attachments(urls, snapshotIds, reliabilityInvestigationId);
    }
}
