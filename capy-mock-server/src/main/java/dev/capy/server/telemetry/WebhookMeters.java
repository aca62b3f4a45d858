package dev.capy.server.telemetry;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.server.metrics.Metrics;
import dev.capy.server.metrics.Timing;

/**
 * Measures what webhooks are told. Thread-safe.
 *
 * @param sender what tells them
 * @param deliveries what measures
 */
public record WebhookMeters(WebhookSender sender, Timing deliveries) implements WebhookSender {

    public WebhookMeters(WebhookSender sender, Metrics metrics) {
        this(
                sender,
                metrics.timing(
                        "capy.webhook.deliveries", "How long it took to tell webhooks, by what came back", "outcome"));
    }

    @Override
    public Answer send(Shipment shipment) {
        long start = System.nanoTime();
        Answer answer = sender.send(shipment);
        deliveries.took(System.nanoTime() - start, outcome(answer.status()));
        return answer;
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1, 2, 3, 4, 5 -> status / 100 + "xx";
            default -> "none";
        };
    }
}
