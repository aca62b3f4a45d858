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
 * @param content what it says
 * @param attachmentUrls what it refers to; recorded, never fetched
 * @param createdAt when it was written
 */
public record Message(
        String id,
        String threadId,
        @Nullable String authorId,
        String content,
        List<String> attachmentUrls,
        Instant createdAt) {

    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(threadId, "threadId");
        Objects.requireNonNull(content, "content");
        attachmentUrls = List.copyOf(attachmentUrls);
    }

    /** {@code user} or {@code assistant}. */
    public String source() {
        return authorId == null ? "assistant" : "user";
    }
}
