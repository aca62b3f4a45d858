package dev.capy.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.core.capx.webhook.WebhookSender.Answer;
import dev.capy.core.capx.webhook.WebhookSender.Shipment;
import dev.capy.server.metrics.Metrics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WebhookMetersTest {

    private final Deque<Answer> answers =
            new ArrayDeque<>(List.of(Answer.of(204), Answer.of(200), Answer.of(503), Answer.none("nobody is there")));

    @Test
    void tellDeliveriesByWhatCameBack() {
        try (Metrics metrics = new Metrics()) {
            WebhookSender sender = new WebhookMeters(shipment -> answers.remove(), metrics);

            while (!answers.isEmpty()) {
                sender.send(new Shipment("delivery", "http://localhost/hook", new TreeMap<>(), "{}"));
            }

            assertThat(metrics.text().orElseThrow().lines())
                    .contains(
                            "capy_webhook_deliveries_seconds_count{outcome=\"2xx\"} 2",
                            "capy_webhook_deliveries_seconds_count{outcome=\"5xx\"} 1",
                            "capy_webhook_deliveries_seconds_count{outcome=\"none\"} 1");
        }
    }

    @Test
    void passOnWhatCameBack() {
        try (Metrics metrics = new Metrics()) {
            Answer answer = new WebhookMeters(shipment -> Answer.of(418), metrics)
                    .send(new Shipment("delivery", "http://localhost/hook", new TreeMap<>(), "{}"));

            assertThat(answer).isEqualTo(Answer.of(418));
        }
    }
}
