package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.capy.core.capx.Capx;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.company.CompanyConfig;
import dev.capy.core.capx.value.Credits;
import dev.capy.core.kernel.View;
import dev.capy.server.wire.Wire;
import java.util.List;

/**
 * Companies on the wire. Thread-safe as long as the view is.
 *
 * @param capx whose they are
 * @param view the moment that is looked at
 */
record CompanyJson(Capx capx, View view) {

    /** The answer to the one who made it, in the form in which it was asked for: see {@link Form}. */
    ObjectNode created(Company company, JsonNode body) {
        return everything(company).remove(Form.of(body).leavesOut);
    }

    private ObjectNode everything(Company company) {
        ObjectNode wire = Wire.object()
                .put("id", company.id())
                .put("name", company.name())
                .put("description", company.description())
                .put("status", company.status().word());
        wire.set("config", config(company.config()));
        ArrayNode agents = agents(company);
        wire.put("agent_count", agents.size());
        wire.set("agents", agents);
        wire.set("governance", GovernanceJson.write(company.governance()));
        wire.put("created_at", CapxWire.time(company.createdAt()))
                .put("updated_at", CapxWire.time(company.updatedAt()))
                .put("url", company.url());
        return wire;
    }

    /** How a request to make a company is put, which is how it is answered. */
    private enum Form {
        GOVERNING("description", "config", "agent_count", "updated_at"),
        CONFIGURING("agents", "governance", "url"),
        BOTH;

        private final List<String> leavesOut;

        Form(String... leavesOut) {
            this.leavesOut = List.of(leavesOut);
        }

        static Form of(JsonNode body) {
            boolean configures =
                    body.has("config") || body.has("description") || ofAgents(body, "instructions", "config");
            boolean governs = body.has("governance") || body.has("template") || ofAgents(body, "model", "budget");
            return configures && governs ? BOTH : configures ? CONFIGURING : GOVERNING;
        }

        private static boolean ofAgents(JsonNode body, String... fields) {
            return Wire.elements(body, "agents")
                    .anyMatch(agent -> List.of(fields).stream().anyMatch(agent::has));
        }
    }

    /** What lists tell of it. */
    ObjectNode summary(Company company) {
        return everything(company)
                .put("total_cost", Credits.inDollars(company.spent().total()));
    }

    /** All that there is to tell. */
    ObjectNode full(Company company) {
        ObjectNode wire = summary(company);
        AgentJson agents = new AgentJson(company, view.now());
        wire.set(
                "agents", Wire.array(capx.agents().ofCompany(view, company.id()).oldestFirst(), agents::full));
        return wire;
    }

    private ArrayNode agents(Company company) {
        AgentJson agents = new AgentJson(company, view.now());
        return Wire.array(capx.agents().ofCompany(view, company.id()).oldestFirst(), agents::summary);
    }

    private static ObjectNode config(CompanyConfig config) {
        ObjectNode wire = Wire.object().put("governance", config.mode().word());
        wire.set("budget_limit_daily", CapxWire.amount(config.budgetLimitDaily()));
        return wire.put("timezone", config.timezone());
    }
}
