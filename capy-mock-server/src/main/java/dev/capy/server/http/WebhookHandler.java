package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.server.worlds.HostedWorld;

/** Answers requests whose URL alone says for whom they are. */
public interface WebhookHandler {

    /** What the URLs begin with; a slash and a token follow. */
    String ROOT = "/api/webhooks/automations/trigger";

    /** Whether a world has the URL that ends with {@code token}. Never waits. */
    boolean opens(HostedWorld hosted, String token);

    /**
     * Answers a request to that URL.
     *
     * @throws Forbidden when it has to be signed, and is not signed as it should be
     */
    JsonNode handle(HostedWorld hosted, String token, WebhookRequest request);
}
