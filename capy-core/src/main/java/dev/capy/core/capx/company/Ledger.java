package dev.capy.core.capx.company;

import dev.capy.core.capx.account.CapxAccounts;
import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.kernel.Tx;
import java.util.Optional;

/** Where things happen and are paid for at once: so what was spent is what activity cost. Stateless. */
public final class Ledger {

    private final CompanyRecords records;
    private final CapxAccounts accounts;
    private final Activities activities;

    Ledger(CompanyRecords records, CapxAccounts accounts, Activities activities) {
        this.records = records;
        this.accounts = accounts;
        this.activities = activities;
    }

    /** Records what happened in a company, and takes what it cost from whoever did it, the company and the account. */
    public void record(Tx tx, String companyId, Happening what) {
        Company company = records.company(tx, companyId);
        activities.record(tx, company.place(), what);
        if (what.cost() > 0) {
            charge(tx, company, what);
        }
    }

    private void charge(Tx tx, Company company, Happening what) {
        records.update(tx, company.spend(what.cost(), tx.now()));
        Optional.ofNullable(what.actor().agentId())
                .flatMap(id -> records.findAgent(tx, id))
                .ifPresent(agent -> records.update(
                        tx,
                        agent.spend(agent.spent()
                                .plus(what.cost(), tx.now(), company.config().zone()))));
        if (!company.sandbox()) {
            accounts.spend(tx, company.accountId(), what.cost());
        }
    }
}
