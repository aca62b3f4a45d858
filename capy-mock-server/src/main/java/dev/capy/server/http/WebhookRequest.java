package dev.capy.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A request to a webhook.
 *
 * @param body its body, to the letter
 * @param json what the body says
 * @param signature its signature; null when it is not signed
 */
public record WebhookRequest(
        String body, JsonNode json, @Nullable String signature) {}
