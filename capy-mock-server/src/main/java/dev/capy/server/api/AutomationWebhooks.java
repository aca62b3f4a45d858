package dev.capy.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.capy.core.automation.RunResult;
import dev.capy.core.automation.WebhookCall;
import dev.capy.server.http.WebhookHandler;
import dev.capy.server.http.WebhookRequest;
import dev.capy.server.wire.Wire;
import dev.capy.server.worlds.HostedWorld;

/** Takes the requests that come to the URLs of automations. Thread-safe. */
public final class AutomationWebhooks implements WebhookHandler {

    private final ObjectMapper plain = new ObjectMapper();

    @Override
    public boolean opens(HostedWorld hosted, String token) {
        return hosted.world().<Boolean>read(view -> hosted.world().automations().isOpenedBy(view, token));
    }

    @Override
    public JsonNode handle(HostedWorld hosted, String token, WebhookRequest request) {
        WebhookCall call =
                new WebhookCall(request.body(), plain.convertValue(request.json(), Object.class), request.signature());
        RunResult result =
                hosted.world().write(tx -> hosted.world().automations().receive(tx, token, call));
        return Wire.object()
                .put("ok", true)
                .put("automationId", result.automationId())
                .put("runStatus", result.status().word());
    }
}
