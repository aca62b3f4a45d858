package dev.capy.core.capx.company;

import dev.capy.core.capx.value.ShortIds;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.Optional;

/** The records of companies and agents. */
final class CompanyRecords {

    private static final Table<Company> COMPANIES = Table.of("capx_companies", Company.class, Company::id);
    private static final Index<Company, String> BY_ACCOUNT = COMPANIES.index(Company::accountId);
    private static final Index<Company, String> BY_URL = COMPANIES.index(Company::takenUrl);
    private static final Table<Agent> AGENTS = Table.of("capx_agents", Agent.class, Agent::id);
    private static final Index<Agent, String> BY_COMPANY = AGENTS.index(Agent::companyId);
    private static final Index<Agent, Role> BY_ROLE = AGENTS.index(agent -> new Role(agent.companyId(), agent.role()));

    /** What an agent is found by in its company. */
    private record Role(String companyId, String role) {

        /** What a record makes of itself, which takes as long as a whole world when it is made the first time. */
        @Override
        public int hashCode() {
            return 31 * companyId.hashCode() + role.hashCode();
        }
    }

    CompanyRecords(Registry registry) {
        registry.tables(COMPANIES, AGENTS);
    }

    static String newCompanyId(Tx tx) {
        return ShortIds.fresh(tx, "co_", COMPANIES);
    }

    static String newAgentId(Tx tx) {
        return ShortIds.fresh(tx, "ag_", AGENTS);
    }

    Company add(Tx tx, Company company) {
        return tx.insert(COMPANIES, company);
    }

    Company update(Tx tx, Company company) {
        return tx.update(COMPANIES, company);
    }

    Company company(View view, String id) {
        return view.get(COMPANIES, id);
    }

    Optional<Company> findCompany(View view, String id) {
        return view.find(COMPANIES, id);
    }

    Rows<Company> ofAccount(View view, String accountId) {
        return view.where(BY_ACCOUNT, accountId);
    }

    boolean isTaken(View view, String url) {
        return !view.where(BY_URL, url).isEmpty();
    }

    long position(View view, Company company) {
        return view.sequence(COMPANIES, company.id());
    }

    Agent add(Tx tx, Agent agent) {
        return tx.insert(AGENTS, agent);
    }

    Agent update(Tx tx, Agent agent) {
        return tx.update(AGENTS, agent);
    }

    void delete(Tx tx, Agent agent) {
        tx.delete(AGENTS, agent.id());
    }

    Agent agent(View view, String id) {
        return view.get(AGENTS, id);
    }

    Optional<Agent> findAgent(View view, String id) {
        return view.find(AGENTS, id);
    }

    Optional<Agent> byRole(View view, String companyId, String role) {
        return view.where(BY_ROLE, new Role(companyId, role)).oldest();
    }

    Rows<Agent> ofCompany(View view, String companyId) {
        return view.where(BY_COMPANY, companyId);
    }

    long position(View view, Agent agent) {
        return view.sequence(AGENTS, agent.id());
    }
}
