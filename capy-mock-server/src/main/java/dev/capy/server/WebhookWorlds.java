package dev.capy.server;

import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.server.fault.FaultInjection;
import dev.capy.server.worlds.HostedWorld;
import dev.capy.server.worlds.WorldFollower;

/** Sends what the worlds that are served tell webhooks, but for those that have a sender of their own. */
record WebhookWorlds(WebhookSender sender, FaultInjection faults) implements WorldFollower {

    @Override
    public void opens(HostedWorld hosted) {
        hosted.world().offerWebhookSender(faults.delivering(hosted, sender));
    }
}
