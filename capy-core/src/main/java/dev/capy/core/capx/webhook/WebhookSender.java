package dev.capy.core.capx.webhook;

import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Sends what webhooks are told. Waits for the answer, and not for long: the world's time stands still. Thread-safe. */
@FunctionalInterface
public interface WebhookSender {

    /** Takes everything as a receiver that is content would. */
    WebhookSender CONTENT = shipment -> Answer.of(204);

    /** Sends it. Never throws: what goes wrong is an answer without a status. */
    Answer send(Shipment shipment);

    /**
     * What is sent.
     *
     * @param deliveryId for which delivery
     * @param url where to
     * @param headers with which headers, the signature among them
     * @param body the JSON text
     */
    record Shipment(String deliveryId, String url, SortedMap<String, String> headers, String body) {}

    /**
     * What came back.
     *
     * @param status the status of the answer; 0 when there was none
     * @param error why there was none; null when there was one
     */
    record Answer(int status, @Nullable String error) {

        public static Answer of(int status) {
            return new Answer(status, null);
        }

        /** There was no answer. */
        public static Answer none(String why) {
            return new Answer(0, Objects.requireNonNull(why, "why"));
        }

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }
}
