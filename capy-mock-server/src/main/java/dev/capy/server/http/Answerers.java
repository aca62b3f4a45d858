package dev.capy.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers what.
 *
 * @param gateways who answers the APIs; the first whose root a path begins with
 * @param control who answers the control plane
 * @param elsewhere knows who serves the worlds that are not here; null when nobody else serves any
 */
public record Answerers(
        List<Gateway> gateways,
        ControlGateway control,
        @Nullable Whereabouts elsewhere) {

    public Answerers {
        gateways = List.copyOf(gateways);
    }
}
