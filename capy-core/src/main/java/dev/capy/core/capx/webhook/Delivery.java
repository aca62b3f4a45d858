package dev.capy.core.capx.webhook;

import dev.capy.core.capx.webhook.WebhookSender.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a webhook is told, and every attempt to.
 *
 * @param id its id
 * @param webhookId whom
 * @param activityId what happened
 * @param event the dotted name of that
 * @param body the JSON text that is sent, always the same
 * @param status what became of it
 * @param attempts all attempts since it was made
 * @param round how many of them were made before it was sent anew
 * @param createdAt when it was made
 * @param nextAttemptAt when it is tried again; null when it is not
 * @param entry the timeline entry of that; 0 when there is none
 */
public record Delivery(
        String id,
        String webhookId,
        String activityId,
        String event,
        String body,
        Status status,
        List<Attempt> attempts,
        int round,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        long entry) {

    /** What became of a delivery. */
    public enum Status {
        PENDING,
        DELIVERED,
        /** It was given up. */
        DEAD;

        /** A word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One attempt to deliver it.
     *
     * @param at when
     * @param answer what came back
     */
    public record Attempt(Instant at, Answer answer) {}

    public Delivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(webhookId, "webhookId");
        Objects.requireNonNull(activityId, "activityId");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(status, "status");
        attempts = List.copyOf(attempts);
        Objects.requireNonNull(createdAt, "createdAt");
    }

    /** How often it was tried since it was last sent anew. */
    int tries() {
        return attempts.size() - round;
    }

    Delivery attempted(Attempt attempt) {
        List<Attempt> more = new ArrayList<>(attempts);
        more.add(attempt);
        return with(status, more, round, null, 0);
    }

    Delivery ended(Status how) {
        return with(how, attempts, round, null, 0);
    }

    Delivery waiting(Instant until, long timelineEntry) {
        return with(Status.PENDING, attempts, round, until, timelineEntry);
    }

    Delivery anew() {
        return with(Status.PENDING, attempts, attempts.size(), null, 0);
    }

    private Delivery with(Status next, List<Attempt> tried, int before, @Nullable Instant at, long timelineEntry) {
        return new Delivery(id, webhookId, activityId, event, body, next, tried, before, createdAt, at, timelineEntry);
    }
}
