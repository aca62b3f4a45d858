package dev.capy.core.usage;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.Organization;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What organizations spend in a month, and that it stays below their caps. */
final class Spending {

    /**
     * What an organization has spent in a month.
     *
     * @param organizationId whose
     * @param month which one, for example {@code 2026-01}
     * @param dollars how much
     */
    record Spent(String organizationId, String month, BigDecimal dollars) {

        static String id(String organizationId, String month) {
            return organizationId + "/" + month;
        }

        String id() {
            return id(organizationId, month);
        }

        Spent plus(BigDecimal more) {
            return new Spent(organizationId, month, dollars.add(more));
        }
    }

    private static final Table<Spent> SPENT = Table.of("spending", Spent.class, Spent::id);

    private final Accounts accounts;

    Spending(Registry registry, Accounts accounts) {
        this.accounts = accounts;
        registry.tables(SPENT);
    }

    void add(Tx tx, String organizationId, BigDecimal dollars) {
        String month = Accounts.month(tx).toString();
        Spent before = tx.find(SPENT, Spent.id(organizationId, month))
                .orElseGet(() -> tx.insert(SPENT, new Spent(organizationId, month, BigDecimal.ZERO)));
        tx.update(SPENT, before.plus(dollars));
        check(tx, accounts.organization(tx, organizationId));
    }

    BigDecimal of(View view, String organizationId) {
        return view.find(SPENT, Spent.id(organizationId, Accounts.month(view).toString()))
                .map(Spent::dollars)
                .orElse(BigDecimal.ZERO);
    }

    void cap(Tx tx, String organizationId, @Nullable BigDecimal dollars) {
        if (dollars != null && dollars.signum() < 0) {
            throw Invalid.at("$.dollars", "must be 0 or more dollars, was " + dollars);
        }
        check(tx, accounts.cap(tx, organizationId, dollars));
    }

    private void check(Tx tx, Organization organization) {
        BigDecimal cap = organization.spendCap();
        if (cap != null && of(tx, organization.id()).compareTo(cap) >= 0) {
            accounts.exhaust(tx, organization.id());
        }
    }
}
