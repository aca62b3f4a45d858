package dev.capy.server.capx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.webhook.Delivery;
import dev.capy.core.capx.webhook.Webhook;
import dev.capy.server.wire.Wire;

/** Webhooks and what they are told on the wire. Thread-safe. */
final class WebhookJson {

    private WebhookJson() {}

    static ObjectNode wire(Webhook webhook) {
        ObjectNode wire = Wire.object().put("id", webhook.id()).put("url", webhook.url());
        wire.set("events", Wire.texts(webhook.events()));
        return wire.put("status", "active")
                .put("company_id", webhook.companyId())
                .put("description", webhook.description())
                .put("created_at", CapxWire.time(webhook.createdAt()));
    }

    /** For whoever registers it: what it is signed with is shown once. */
    static ObjectNode withSecret(Webhook webhook) {
        return wire(webhook).put("secret", webhook.secret().reveal());
    }

    static ObjectNode delivery(Delivery delivery) {
        ObjectNode wire = Wire.object()
                .put("id", delivery.id())
                .put("webhook_id", delivery.webhookId())
                .put("event_id", delivery.activityId())
                .put("event_type", delivery.event())
                .put("status", delivery.status().word());
        wire.set("attempts", Wire.array(delivery.attempts().stream(), WebhookJson::attempt));
        return wire.put("next_attempt_at", CapxWire.timeOrNull(delivery.nextAttemptAt()))
                .put("created_at", CapxWire.time(delivery.createdAt()));
    }

    private static ObjectNode attempt(Delivery.Attempt attempt) {
        int status = attempt.answer().status();
        return Wire.object()
                .put("at", CapxWire.time(attempt.at()))
                .put("status", status == 0 ? null : status)
                .put("error", attempt.answer().error());
    }
}
