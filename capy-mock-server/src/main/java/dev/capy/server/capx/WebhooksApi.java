package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.webhook.Delivery;
import dev.capy.core.capx.webhook.NewWebhook;
import dev.capy.core.capx.webhook.Webhook;
import dev.capy.core.capx.webhook.Webhooks;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;
import dev.capy.server.wire.Wire;

/** The operations tagged {@code webhooks}. */
final class WebhooksApi {

    /** The secret of a webhook that is gone. */
    private static final String GONE = "whsec_";

    CapxAnswer list(CapxCall call, View view) {
        String company = ActivityFilter.company(call, view);
        CapxPage page = CapxPage.of(call, "webhooks");
        return page.answer(
                webhooks(call)
                        .visible(view, call.key(), page.from())
                        .filter(webhook -> company == null || company.equals(webhook.companyId())),
                webhook -> webhooks(call).position(view, webhook),
                WebhookJson::wire);
    }

    CapxAnswer register(CapxCall call, Tx tx) {
        JsonNode body = call.body();
        NewWebhook wanted = new NewWebhook(
                body.get("url").textValue(),
                Wire.texts(body, "events"),
                Wire.text(body, "company_id"),
                Wire.text(body, "description"));
        return CapxAnswer.of(WebhookJson.withSecret(webhooks(call).register(tx, call.key(), wanted)));
    }

    /** What it is signed with is kept by the webhook alone. */
    void registerAgain(CapxCall call, View view, ObjectNode data) {
        webhooks(call)
                .visible(view, call.key(), Long.MAX_VALUE)
                .filter(webhook -> webhook.id().equals(data.path("id").asText()))
                .findFirst()
                .ifPresentOrElse(
                        webhook -> data.put("secret", webhook.secret().reveal()), () -> data.put("secret", GONE));
    }

    CapxAnswer delete(CapxCall call, Tx tx) {
        Webhook webhook = visible(tx, call);
        webhooks(call).delete(tx, webhook);
        return CompaniesApi.gone(webhook.id());
    }

    CapxAnswer deliveries(CapxCall call, View view) {
        Webhook webhook = visible(view, call);
        CapxPage page = CapxPage.of(call, "deliveries");
        String status = call.query().text("status").orElse(null);
        return page.answer(
                webhooks(call)
                        .deliveries(view, webhook)
                        .newestFirst(page.from())
                        .filter(delivery ->
                                status == null || delivery.status().word().equals(status)),
                delivery -> webhooks(call).position(view, delivery),
                WebhookJson::delivery);
    }

    CapxAnswer redeliver(CapxCall call, Tx tx) {
        Delivery delivery = webhooks(call).delivery(tx, visible(tx, call), call.path("delivery_id"));
        return CapxAnswer.of(WebhookJson.delivery(webhooks(call).redeliver(tx, delivery)));
    }

    private static Webhook visible(View view, CapxCall call) {
        return webhooks(call).visible(view, call.key(), call.path("id"));
    }

    private static Webhooks webhooks(CapxCall call) {
        return call.world().capx().webhooks();
    }
}
