package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.governance.ExecutionPolicy;
import dev.capy.core.capx.governance.ExecutionPolicy.Mode;
import dev.capy.core.capx.governance.Governance;
import dev.capy.server.wire.Wire;
import java.util.List;
import java.util.Locale;

/** The limits of a company on the wire. Thread-safe. */
final class GovernanceJson {

    private GovernanceJson() {}

    /** What was not published is shown only where it says something. */
    static ObjectNode write(Governance governance) {
        ObjectNode wire = Wire.object();
        wire.set("spend_cap", CapxWire.amount(governance.spendCap()));
        wire.set("approval_required", Wire.texts(governance.approvalRequired()));
        wire.put("kill_switch", governance.killSwitch());
        if (governance.autoApproveBelow() != null) {
            wire.set("auto_approve_below", CapxWire.amount(governance.autoApproveBelow()));
        }
        if (!governance.policy().equals(ExecutionPolicy.AUTO)) {
            wire.set("execution_policy", write(governance.policy()));
        }
        return wire;
    }

    private static ObjectNode write(ExecutionPolicy policy) {
        ObjectNode wire = Wire.object().put("mode", policy.mode().word());
        wire.set("allowed_tools", Wire.texts(policy.allowedTools()));
        wire.set("blocked_tools", Wire.texts(policy.blockedTools()));
        return wire;
    }

    /** @param before what counts where the body says nothing */
    static Governance read(JsonNode body, Governance before) {
        return new Governance(
                CapxWire.amount(body, "spend_cap", before.spendCap()),
                texts(body, "approval_required", before.approvalRequired()),
                body.path("kill_switch").asBoolean(before.killSwitch()),
                CapxWire.amount(body, "auto_approve_below", before.autoApproveBelow()),
                policy(body.path("execution_policy"), before.policy()));
    }

    private static ExecutionPolicy policy(JsonNode body, ExecutionPolicy before) {
        return new ExecutionPolicy(
                body.has("mode") ? Mode.valueOf(body.get("mode").asText().toUpperCase(Locale.ROOT)) : before.mode(),
                texts(body, "allowed_tools", before.allowedTools()),
                texts(body, "blocked_tools", before.blockedTools()));
    }

    static List<String> texts(JsonNode body, String name, List<String> before) {
        return body.has(name) ? Wire.texts(body, name) : before;
    }
}
