package dev.capy.core.thread;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of a thread.
 *
 * @param id its id
 * @param threadId whose message it is
 * @param authorId the user who wrote it; null when the Captain did
 * @param clientId the id that its sender gave it; null when it has none
 * @param content what it says
 * @param attachmentUrls what it refers to; recorded, never fetched
 * @param createdAt when it was written
 */
public record Message(
        String id,
        String threadId,
        @Nullable String authorId,
        @Nullable String clientId,
        String content,
        List<String> attachmentUrls,
        Instant createdAt) {

    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(content, "content");
        attachmentUrls = List.copyOf(attachmentUrls);
    }

    /** Which message of a thread a sender means. */
    record ClientKey(String threadId, String clientId) {}

    @Nullable
    ClientKey clientKey() {
        return clientId == null ? null : new ClientKey(threadId, clientId);
    }

    /** {@code user} or {@code assistant}. */
    public String source() {
        return authorId == null ? "assistant" : "user";
    }
}
