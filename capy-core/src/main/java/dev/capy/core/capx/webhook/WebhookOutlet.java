package dev.capy.core.capx.webhook;

import java.util.Objects;

/**
 * Where what webhooks are told goes out of a world: nowhere, as if all were well received, until there is somebody who
 * sends it. Thread-safe.
 */
public final class WebhookOutlet implements WebhookSender {

    private final boolean isTaken;
    private volatile WebhookSender sender;

    private WebhookOutlet(WebhookSender sender, boolean isTaken) {
        this.sender = Objects.requireNonNull(sender, "sender");
        this.isTaken = isTaken;
    }

    /** One that anybody may send from. */
    public static WebhookOutlet open() {
        return new WebhookOutlet(CONTENT, false);
    }

    /** One that {@code sender} sends from, and nobody else. */
    public static WebhookOutlet of(WebhookSender sender) {
        return new WebhookOutlet(sender, true);
    }

    /** Another one like it. */
    public WebhookOutlet copy() {
        return new WebhookOutlet(sender, isTaken);
    }

    /** Has {@code other} send from now on; nothing happens to one that is somebody's. */
    public void offer(WebhookSender other) {
        if (!isTaken) {
            sender = Objects.requireNonNull(other, "other");
        }
    }

    @Override
    public Answer send(Shipment shipment) {
        return sender.send(shipment);
    }
}
