package dev.capy.server.http;

import dev.capy.server.http.Whereabouts.Place;
import dev.capy.server.worlds.Worlds;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** What a request says of the world that it is for. Immutable and thread-safe. */
sealed interface Destination {

    /** The operations of the control plane that are about a server and not about a world. */
    Set<String> OF_SERVERS = Set.of("health", "metrics", "cluster", "openapi.json", "worlds");

    /** The one that a token opens. */
    record OfToken(String token) implements Destination {
        @Override
        public Place place(Whereabouts whereabouts) {
            return whereabouts.ofToken(token);
        }
    }

    /** The one that has the URL of an incoming webhook. */
    record OfWebhook(String secret) implements Destination {
        @Override
        public Place place(Whereabouts whereabouts) {
            return whereabouts.ofWebhook(secret);
        }
    }

    /** The one with an id. */
    record OfWorld(String id) implements Destination {
        @Override
        public Place place(Whereabouts whereabouts) {
            return whereabouts.ofWorld(id);
        }
    }

    /** None. */
    record Nowhere() implements Destination {
        @Override
        public Place place(Whereabouts whereabouts) {
            return Place.HERE;
        }
    }

    Place place(Whereabouts whereabouts);

    static Destination of(Request request) {
        String path = request.getHttpURI().getCanonicalPath();
        if (path == null) {
            return new Nowhere();
        } else if (path.startsWith(WebhookHandler.ROOT + "/")) {
            return new OfWebhook(path.substring(WebhookHandler.ROOT.length() + 1));
        } else if (isControl(request)) {
            return ofControl(request, path.substring(ControlGateway.ROOT.length() + 1));
        }
        return BearerToken.of(Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)))
                .<Destination>map(OfToken::new)
                .orElseGet(Nowhere::new);
    }

    /** Whether a request is for the control plane. */
    static boolean isControl(Request request) {
        String raw = request.getHttpURI().getPath();
        String path = request.getHttpURI().getCanonicalPath();
        return raw != null && raw.startsWith(ControlGateway.ROOT + "/")
                || path != null && path.startsWith(ControlGateway.ROOT + "/");
    }

    private static Destination ofControl(Request request, String path) {
        String[] parts = path.split("/");
        if (parts.length > 1 && parts[0].equals("worlds")) {
            return new OfWorld(parts[1]);
        } else if (OF_SERVERS.contains(path)) {
            return new Nowhere();
        }
        Fields.Field world = Request.extractQueryParameters(request).get("world");
        return new OfWorld(world == null ? Worlds.DEFAULT : world.getValue());
    }
}
