package dev.capy.server.capx;

import dev.capy.core.capx.company.Agent;
import dev.capy.core.capx.company.Agents;
import dev.capy.core.capx.company.Company;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.server.http.CapxAnswer;
import dev.capy.server.http.CapxCall;

/** The operations tagged {@code agents}. */
final class AgentsApi {

    CapxAnswer list(CapxCall call, View view) {
        Company company = CompaniesApi.visible(view, call);
        CapxPage page = CapxPage.of(call, "agents of " + company.id());
        String status = call.query().text("status").orElse(null);
        return page.answer(
                agents(call)
                        .ofCompany(view, company.id())
                        .newestFirst(page.from())
                        .filter(agent -> status == null || agent.status().word().equals(status)),
                agent -> agents(call).position(view, agent),
                new AgentJson(company, view.now())::full);
    }

    CapxAnswer add(CapxCall call, Tx tx) {
        Company company = CompaniesApi.visible(tx, call);
        return answer(tx, call, agents(call).add(tx, company, AgentBody.create(call.body())));
    }

    CapxAnswer get(CapxCall call, View view) {
        return answer(view, call, visible(view, call));
    }

    CapxAnswer update(CapxCall call, Tx tx) {
        Agent agent = visible(tx, call);
        return answer(tx, call, agents(call).update(tx, agent, before -> AgentBody.update(call.body(), before)));
    }

    CapxAnswer remove(CapxCall call, Tx tx) {
        Agent agent = visible(tx, call);
        agents(call).remove(tx, agent);
        return CompaniesApi.gone(agent.id());
    }

    CapxAnswer wake(CapxCall call, Tx tx) {
        Company company = CompaniesApi.visible(tx, call);
        return answer(tx, call, call.world().capx().tasks().wake(tx, company, visible(tx, call)));
    }

    CapxAnswer pause(CapxCall call, Tx tx) {
        return answer(tx, call, agents(call).pause(tx, visible(tx, call)));
    }

    CapxAnswer resume(CapxCall call, Tx tx) {
        return answer(tx, call, agents(call).resume(tx, visible(tx, call)));
    }

    /** The agent that a path names. */
    static Agent visible(View view, CapxCall call) {
        return agents(call).visible(view, CompaniesApi.visible(view, call), call.path("role"));
    }

    private static Agents agents(CapxCall call) {
        return call.world().capx().agents();
    }

    private static CapxAnswer answer(View view, CapxCall call, Agent agent) {
        Company company = CompaniesApi.visible(view, call);
        return CapxAnswer.of(new AgentJson(company, view.now()).full(agent));
    }
}
