package dev.capy.core.capx.webhook;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.settings.CapxLatencies;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.NotFound;
import java.util.stream.Stream;

/** The webhooks of a world. Thread-safe; the state is the transaction's. */
public final class Webhooks {

    private final WebhookRecords records;
    private final Companies companies;
    private final Deliveries deliveries;

    public Webhooks(
            Registry registry,
            Companies companies,
            Activities activities,
            WebhookSender sender,
            CapxLatencies latencies) {
        this.records = new WebhookRecords(registry);
        this.companies = companies;
        this.deliveries = new Deliveries(registry, records, activities, sender, latencies);
    }

    /**
     * Registers a webhook.
     *
     * @throws NotFound when it is for a company that the key does not see
     */
    public Webhook register(Tx tx, ApiKey key, NewWebhook wanted) {
        String companyId = wanted.companyId() == null ? key.companyId() : wanted.companyId();
        if (companyId != null) {
            companies.visible(tx, key, companyId);
        }
        return records.add(
                tx,
                new Webhook(
                        WebhookRecords.newWebhookId(tx),
                        key.accountId(),
                        key.isTest(),
                        companyId,
                        wanted.url(),
                        wanted.events(),
                        wanted.description(),
                        Signing.newSecret(tx),
                        tx.now()));
    }

    /**
     * A webhook that a key sees.
     *
     * @throws NotFound when it sees none of this id
     */
    public Webhook visible(View view, ApiKey key, String id) {
        return records.find(view, id)
                .filter(webhook -> webhook.isVisibleTo(key))
                .orElseThrow(() -> new NotFound("There is no webhook " + id));
    }

    /**
     * The webhooks that a key sees, newest first.
     *
     * @param from the highest position that counts
     */
    public Stream<Webhook> visible(View view, ApiKey key, long from) {
        return records.ofAccount(view, key.accountId()).newestFirst(from).filter(webhook -> webhook.isVisibleTo(key));
    }

    /** Its place in the order of webhooks, by which lists go on. */
    public long position(View view, Webhook webhook) {
        return records.position(view, webhook);
    }

    /** Tells a webhook nothing more; its deliveries are forgotten. */
    public void delete(Tx tx, Webhook webhook) {
        deliveries.forget(tx, webhook);
        records.delete(tx, webhook);
    }

    /** What a webhook was or is to be told. */
    public Rows<Delivery> deliveries(View view, Webhook webhook) {
        return records.deliveries(view, webhook.id());
    }

    /** Its place in the order of deliveries, by which lists go on. */
    public long position(View view, Delivery delivery) {
        return records.position(view, delivery);
    }

    /**
     * A delivery of a webhook.
     *
     * @throws NotFound when it has none such
     */
    public Delivery delivery(View view, Webhook webhook, String id) {
        return records.findDelivery(view, id)
                .filter(delivery -> delivery.webhookId().equals(webhook.id()))
                .orElseThrow(() -> new NotFound("The webhook has no delivery " + id));
    }

    /** The deliveries of a webhook that were given up, newest first. */
    public Stream<Delivery> deadLetters(View view, Webhook webhook) {
        return deliveries(view, webhook).newestFirst().filter(delivery -> delivery.status() == Delivery.Status.DEAD);
    }

    /**
     * Sends a delivery anew, at once and with all its retries.
     *
     * @throws Conflict when it is being tried already
     */
    public Delivery redeliver(Tx tx, Delivery delivery) {
        if (delivery.status() == Delivery.Status.PENDING) {
            throw new Conflict("The delivery " + delivery.id() + " is being tried already");
        }
        return deliveries.send(tx, delivery.anew());
    }
}
