package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.capx.company.Adapter;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.AgentConfig;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.server.wire.Wire;
import java.util.Locale;

/** What bodies say of agents. Thread-safe. */
final class AgentBody {

    private AgentBody() {}

    static NewAgent create(JsonNode body) {
        return new NewAgent(
                body.get("role").textValue(),
                adapter(body, Adapter.CLAUDE),
                Wire.text(body, "model"),
                Wire.text(body, "instructions"),
                CapxWire.amount(body, "budget", null),
                config(body.path("config"), AgentConfig.DEFAULT));
    }

    static Agent update(JsonNode body, Agent before) {
        return before.adapter(adapter(body, before.adapter()))
                .model(CapxWire.text(body, "model", before.model()))
                .instructions(CapxWire.text(body, "instructions", before.instructions()))
                .budget(CapxWire.amount(body, "budget", before.budget()))
                .config(config(body.path("config"), before.config()));
    }

    private static Adapter adapter(JsonNode body, Adapter before) {
        return body.has("adapter")
                ? Adapter.valueOf(body.get("adapter").asText().toUpperCase(Locale.ROOT))
                : before;
    }

    private static AgentConfig config(JsonNode body, AgentConfig before) {
        return new AgentConfig(
                body.path("heartbeat_interval").asInt(before.heartbeatInterval()),
                CapxWire.amount(body, "budget_limit_daily", before.budgetLimitDaily()),
                GovernanceJson.texts(body, "tools", before.tools()));
    }
}
