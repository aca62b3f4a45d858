package dev.capy.core.thread;

import dev.capy.core.catalog.Effort;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a message is made of.
 *
 * @param text what it says, not empty
 * @param clientId the id that the sender gave it, so that it can be sent again without harm; null for none
 * @param interrupts whether a busy Captain is to drop the work in hand
 * @param attachmentUrls what it refers to; recorded, never fetched
 * @param captain what the Captain thinks with from now on
 * @param build what its Build agents think with from now on
 */
public record NewMessage(
        String text,
        @Nullable String clientId,
        boolean interrupts,
        List<String> attachmentUrls,
        Effort captain,
        Effort build) {

    public NewMessage {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(captain, "captain");
        Objects.requireNonNull(build, "build");
        attachmentUrls = List.copyOf(attachmentUrls);
    }

    /** A message that changes nothing but what is asked for. */
    public static NewMessage of(String text, CaptainThread thread) {
        return new NewMessage(text, null, false, List.of(), thread.captain(), thread.build());
    }

    static NewMessage prompt(NewThread thread) {
        return new NewMessage(thread.prompt(), null, false, thread.attachmentUrls(), thread.captain(), thread.build());
    }
}
