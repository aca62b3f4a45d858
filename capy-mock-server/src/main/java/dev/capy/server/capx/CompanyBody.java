package dev.capy.server.capx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.company.CompanyConfig;
import dev.capy.core.capx.company.NewAgent;
import dev.capy.core.capx.company.NewCompany;
import dev.capy.core.capx.governance.Governance;
import dev.capy.core.capx.governance.GovernanceMode;
import dev.capy.server.wire.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What bodies say of companies, in either published form. Thread-safe. */
final class CompanyBody {

    private CompanyBody() {}

    static NewCompany create(JsonNode body) {
        List<NewAgent> agents = new ArrayList<>();
        for (JsonNode agent : body.path("agents")) {
            agents.add(Within.field("agents[" + agents.size() + "]", () -> AgentBody.create(agent)));
        }
        return new NewCompany(
                body.get("name").textValue(),
                Wire.text(body, "description"),
                Wire.text(body, "template"),
                config(body.path("config"), CompanyConfig.DEFAULT),
                GovernanceJson.read(body.path("governance"), Governance.NONE),
                agents);
    }

    static Company update(JsonNode body, Company before) {
        Company after = before.config(config(body.path("config"), before.config()))
                .governance(GovernanceJson.read(body.path("governance"), before.governance()))
                .description(CapxWire.text(body, "description", before.description()));
        return body.has("name") ? after.name(body.get("name").textValue()) : after;
    }

    private static CompanyConfig config(JsonNode body, CompanyConfig before) {
        return new CompanyConfig(
                body.has("governance")
                        ? GovernanceMode.valueOf(body.get("governance").asText().toUpperCase(Locale.ROOT))
                        : before.mode(),
                CapxWire.amount(body, "budget_limit_daily", before.budgetLimitDaily()),
                body.path("timezone").asText(before.timezone()));
    }
}
