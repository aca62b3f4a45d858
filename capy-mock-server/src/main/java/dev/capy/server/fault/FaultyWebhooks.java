package dev.capy.server.fault;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.server.http.Exchange;
import dev.capy.server.journal.RecordedRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Tells webhooks, and lets faults happen to what they are told: matched as requests are, by method, path, headers and body.
 * Thread-safe.
 *
 * @param rules what may go wrong now
 * @param happened told when something did
 */
record FaultyWebhooks(WebhookSender sender, Supplier<List<Rule>> rules, Runnable happened) implements WebhookSender {

    @Override
    public Answer send(Shipment shipment) {
        for (Rule rule : rules.get()) {
            if (rule.strike(request(shipment)).isPresent()) {
                happened.run();
                return struck((Effect.Webhook) rule.fault().effect(), shipment);
            }
        }
        return sender.send(shipment);
    }

    private Answer struck(Effect.Webhook effect, Shipment shipment) {
        if (effect.kind() == Effect.Webhook.Kind.LOST) {
            return Answer.none("A fault rule lets it be lost");
        }
        sender.send(shipment);
        return sender.send(shipment);
    }

    private static RecordedRequest request(Shipment shipment) {
        URI url = URI.create(shipment.url());
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        shipment.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        Exchange exchange = new Exchange(shipment.deliveryId(), "POST", url.getRawPath(), url.getRawQuery(), headers);
        exchange.body(shipment.body().getBytes(StandardCharsets.UTF_8));
        return RecordedRequest.of(exchange);
    }
}
