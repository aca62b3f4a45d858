package dev.capy.core.automation;

import dev.capy.core.automation.trigger.IncomingWebhook;
import dev.capy.core.automation.trigger.Trigger;
import dev.capy.core.kernel.Secret;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.NotFound;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes the requests that come to the URLs of automations. Each one counts: it is not held back by an earlier run. */
final class IncomingCalls {

    private final AutomationRecords records;
    private final Runner runner;

    IncomingCalls(AutomationRecords records, Runner runner) {
        this.records = records;
        this.runner = runner;
    }

    RunResult receive(Tx tx, String token, WebhookCall call) {
        Automation automation = records.byToken(tx, token).orElseThrow(() -> new NotFound("Webhook not found"));
        List<Trigger> open = automation.triggerSet().triggers().stream()
                .filter(trigger ->
                        trigger.config() instanceof IncomingWebhook webhook && isSigned(automation, webhook, call))
                .toList();
        if (open.isEmpty()) {
            throw new Forbidden("The signature of the request is missing or wrong");
        }
        Optional<Trigger> waiting = open.stream()
                .filter(trigger -> trigger.config() instanceof IncomingWebhook webhook && webhook.admits(call.body()))
                .findFirst();
        return waiting.map(trigger -> runner.run(tx, automation, trigger.requireId(), call.payload()))
                .orElseGet(() -> RunResult.skipped(automation));
    }

    private static boolean isSigned(Automation automation, IncomingWebhook webhook, WebhookCall call) {
        @Nullable Secret own = webhook.secret();
        @Nullable Secret secret = own != null ? own : automation.triggerSet().secret();
        return secret == null || Signature.matches(secret, call.body(), call.signature());
    }
}
