package dev.capy.core.capx.webhook;

import dev.capy.core.capx.value.ShortIds;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.Optional;

/** The records of webhooks and of what they are told. */
final class WebhookRecords {

    private static final Table<Webhook> WEBHOOKS = Table.of("capx_webhooks", Webhook.class, Webhook::id);
    private static final Index<Webhook, String> BY_ACCOUNT = WEBHOOKS.index(Webhook::accountId);
    private static final Table<Delivery> DELIVERIES = Table.of("capx_deliveries", Delivery.class, Delivery::id);
    private static final Index<Delivery, String> BY_WEBHOOK = DELIVERIES.index(Delivery::webhookId);

    WebhookRecords(Registry registry) {
        registry.tables(WEBHOOKS, DELIVERIES);
    }

    static String newWebhookId(Tx tx) {
        return ShortIds.fresh(tx, "wh_", WEBHOOKS);
    }

    static String newDeliveryId(Tx tx) {
        return ShortIds.fresh(tx, "del_", DELIVERIES);
    }

    Webhook add(Tx tx, Webhook webhook) {
        return tx.insert(WEBHOOKS, webhook);
    }

    void delete(Tx tx, Webhook webhook) {
        tx.delete(WEBHOOKS, webhook.id());
    }

    Optional<Webhook> find(View view, String id) {
        return view.find(WEBHOOKS, id);
    }

    Webhook webhook(View view, String id) {
        return view.get(WEBHOOKS, id);
    }

    Rows<Webhook> ofAccount(View view, String accountId) {
        return view.where(BY_ACCOUNT, accountId);
    }

    long position(View view, Webhook webhook) {
        return view.sequence(WEBHOOKS, webhook.id());
    }

    Delivery add(Tx tx, Delivery delivery) {
        return tx.insert(DELIVERIES, delivery);
    }

    Delivery update(Tx tx, Delivery delivery) {
        return tx.update(DELIVERIES, delivery);
    }

    void delete(Tx tx, Delivery delivery) {
        tx.delete(DELIVERIES, delivery.id());
    }

    Optional<Delivery> findDelivery(View view, String id) {
        return view.find(DELIVERIES, id);
    }

    Delivery delivery(View view, String id) {
        return view.get(DELIVERIES, id);
    }

    Rows<Delivery> deliveries(View view, String webhookId) {
        return view.where(BY_WEBHOOK, webhookId);
    }

    long position(View view, Delivery delivery) {
        return view.sequence(DELIVERIES, delivery.id());
    }
}
