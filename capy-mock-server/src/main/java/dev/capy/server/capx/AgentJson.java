package dev.capy.server.capx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.AgentConfig;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.value.Credits;
import dev.capy.server.wire.Wire;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Agents of a company on the wire. Thread-safe.
 *
 * @param company whose they are
 * @param now the world's time
 */
record AgentJson(Company company, Instant now) {

    /** What a company tells of it. */
    ObjectNode summary(Agent agent) {
        ObjectNode wire = Wire.object()
                .put("role", agent.role())
                .put("status", agent.status().word())
                .put("adapter", agent.adapter().word())
                .put("model", agent.model());
        wire.set("budget", CapxWire.amount(agent.budget()));
        ZoneId zone = ZoneId.of(company.config().timezone());
        return wire.put("used", agent.spent().thisMonth(now, zone));
    }

    /** All of it. */
    ObjectNode full(Agent agent) {
        ObjectNode wire = Wire.object().put("id", agent.id()).put("company_id", agent.companyId());
        wire.setAll(summary(agent));
        wire.put("instructions", agent.instructions());
        wire.set("config", config(agent.config()));
        return wire.put("last_heartbeat", CapxWire.timeOrNull(agent.lastHeartbeat()))
                .put("total_cost", Credits.inDollars(agent.spent().total()))
                .put("created_at", CapxWire.time(agent.createdAt()));
    }

    private static ObjectNode config(AgentConfig config) {
        ObjectNode wire = Wire.object().put("heartbeat_interval", config.heartbeatInterval());
        wire.set("budget_limit_daily", CapxWire.amount(config.budgetLimitDaily()));
        wire.set("tools", Wire.texts(config.tools()));
        return wire;
    }
}
