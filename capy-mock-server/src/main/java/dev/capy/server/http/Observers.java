package dev.capy.server.http;

import java.util.List;

/**
 * Whoever is told how exchanges go, in their order.
 *
 * @param ofApis those of the APIs
 * @param ofControl those of the control plane
 */
public record Observers(List<ExchangeObserver> ofApis, List<ExchangeObserver> ofControl) {

    public Observers {
        ofApis = List.copyOf(ofApis);
        ofControl = List.copyOf(ofControl);
    }
}
