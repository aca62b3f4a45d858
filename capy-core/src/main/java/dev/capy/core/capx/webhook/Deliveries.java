package dev.capy.core.capx.webhook;

import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.activity.Activity;
import dev.capy.core.capx.activity.ActivityRecorded;
import dev.capy.core.capx.settings.CapxLatencies;
import dev.capy.core.capx.webhook.Delivery.Attempt;
import dev.capy.core.capx.webhook.Delivery.Status;
import dev.capy.core.capx.webhook.WebhookSender.Answer;
import dev.capy.core.capx.webhook.WebhookSender.Shipment;
import dev.capy.core.kernel.Handler;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.time.Duration;
import java.util.List;

/**
 * How webhooks are told what happens: at once, which the world waits for, and when that fails again and again with growing
 * delays, which it does not, until there are no more.
 */
final class Deliveries {

    /** It is time to try a delivery. */
    record DeliveryDue(String deliveryId) implements Timer {
        @Override
        public String describe() {
            return "webhook delivery " + deliveryId;
        }
    }

    private final WebhookRecords records;
    private final Activities activities;
    private final WebhookSender sender;
    private final CapxLatencies latencies;

    Deliveries(
            Registry registry,
            WebhookRecords records,
            Activities activities,
            WebhookSender sender,
            CapxLatencies latencies) {
        this.records = records;
        this.activities = activities;
        this.sender = sender;
        this.latencies = latencies;
        registry.subscribe(ActivityRecorded.class, this::happened).errand(DeliveryDue.class, this::deliver);
    }

    private void happened(Tx tx, ActivityRecorded recorded) {
        Activity activity = activities.get(tx, recorded.number());
        List<Webhook> asking = records.ofAccount(tx, activity.place().accountId())
                .oldestFirst()
                .filter(webhook -> webhook.asksFor(activity))
                .toList();
        asking.forEach(webhook -> tell(tx, webhook, activity));
    }

    private void tell(Tx tx, Webhook webhook, Activity activity) {
        Delivery delivery = new Delivery(
                WebhookRecords.newDeliveryId(tx),
                webhook.id(),
                activity.id(),
                activity.what().event(),
                Payload.of(activity),
                Status.PENDING,
                List.of(),
                0,
                tx.now(),
                null,
                0);
        send(tx, records.add(tx, delivery));
    }

    /** Has a delivery tried at once. */
    Delivery send(Tx tx, Delivery delivery) {
        long entry = tx.schedule(Duration.ZERO, new DeliveryDue(delivery.id()));
        return records.update(tx, delivery.waiting(tx.now(), entry));
    }

    private Handler<DeliveryDue> deliver(View view, DeliveryDue due) {
        Delivery delivery = records.delivery(view, due.deliveryId());
        Webhook webhook = records.webhook(view, delivery.webhookId());
        Answer answer = sender.send(new Shipment(
                delivery.id(),
                webhook.url(),
                Signing.headers(webhook.secret(), delivery.id(), view.now(), delivery.body()),
                delivery.body()));
        return (tx, what) -> answered(tx, records.delivery(tx, what.deliveryId()), answer);
    }

    private void answered(Tx tx, Delivery tried, Answer answer) {
        Delivery delivery = tried.attempted(new Attempt(tx.now(), answer));
        if (answer.isSuccess()) {
            records.update(tx, delivery.ended(Status.DELIVERED));
        } else if (delivery.tries() > latencies.retries().size()) {
            records.update(tx, delivery.ended(Status.DEAD));
        } else {
            Duration wait = latencies.retries().get(delivery.tries() - 1);
            long entry = tx.scheduleInBackground(wait, new DeliveryDue(delivery.id()));
            records.update(tx, delivery.waiting(tx.now().plus(wait), entry));
        }
    }

    /** Forgets all deliveries of a webhook. */
    void forget(Tx tx, Webhook webhook) {
        records.deliveries(tx, webhook.id()).oldestFirst().toList().forEach(delivery -> {
            tx.cancel(delivery.entry());
            records.delete(tx, delivery);
        });
    }
}
