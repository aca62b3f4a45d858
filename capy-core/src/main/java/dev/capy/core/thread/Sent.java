package dev.capy.core.thread;

import java.util.Locale;

/**
 * What became of a message.
 *
 * @param message the message, as it stands in the thread
 * @param status whether the Captain has it
 * @param alreadyPresent whether it had been sent before
 */
public record Sent(Message message, Status status, boolean alreadyPresent) {

    /** Whether the Captain has a message. */
    public enum Status {
        SENT,
        QUEUED;

        /** The API's word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
