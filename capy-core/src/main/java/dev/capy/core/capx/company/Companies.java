package dev.capy.core.capx.company;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.account.CapxAccounts;
import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.settings.CapxSettings;
import dev.capy.core.capx.value.Meter;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The companies of a world. Thread-safe; the state is the transaction's. */
public final class Companies {

    private final CompanyRecords records;
    private final Ledger ledger;
    private final Limits limits;
    private final States states;
    private final Heartbeats heartbeats;
    private final Budgets budgets;
    private final Agents agents;

    public Companies(Registry registry, CapxAccounts accounts, Activities activities, CapxSettings settings) {
        records = new CompanyRecords(registry);
        ledger = new Ledger(records, accounts, activities);
        limits = new Limits(accounts);
        heartbeats = new Heartbeats(records);
        states = new States(records, ledger, heartbeats);
        budgets = new Budgets(registry, records, limits, ledger, states);
        agents = new Agents(registry, records, ledger, limits, states, heartbeats, budgets, settings);
    }

    /** Their agents. */
    public Agents agents() {
        return agents;
    }

    /** What they and their agents may do. */
    public Limits limits() {
        return limits;
    }

    /** Where things happen and are paid for. */
    public Ledger ledger() {
        return ledger;
    }

    /** Those who have nothing left to spend. */
    public Budgets budgets() {
        return budgets;
    }

    /** The timeline entries of heartbeats. */
    public Heartbeats heartbeats() {
        return heartbeats;
    }

    /**
     * Makes a company, for nothing; it runs when all of its first agents are ready.
     *
     * @throws Conflict when the key is for another company alone
     */
    public Company create(Tx tx, ApiKey key, NewCompany wanted) {
        if (key.companyId() != null) {
            throw new Conflict("This key is for the company " + key.companyId() + " alone");
        }
        Company company =
                records.add(tx, company(tx, CompanyRecords.newCompanyId(tx), key.accountId(), key.isTest(), wanted));
        wanted.agents().forEach(agent -> agents.join(tx, company, CompanyRecords.newAgentId(tx), agent));
        tell(tx, company, "created", company.name() + " was created");
        return company;
    }

    /** Puts a company that is running into a new world; its agents are called after it and their roles. */
    public Company place(Tx tx, String id, String accountId, boolean sandbox, NewCompany wanted) {
        Company company = company(tx, id, accountId, sandbox, wanted);
        Company running = records.add(tx, company.become(company.state().status(CompanyStatus.RUNNING), tx.now()));
        String suffix = id.startsWith("co_") ? id.substring(3) : id;
        wanted.agents().forEach(agent -> agents.place(tx, running, "ag_" + suffix + "_" + agent.role(), agent));
        return running;
    }

    private Company company(Tx tx, String id, String accountId, boolean sandbox, NewCompany wanted) {
        return new Company(
                id,
                accountId,
                sandbox,
                wanted.name(),
                wanted.description(),
                wanted.template(),
                Hosts.free(wanted.name(), url -> records.isTaken(tx, url)),
                wanted.config(),
                wanted.governance(),
                Company.State.NEW,
                Meter.ZERO,
                tx.now(),
                tx.now());
    }

    /**
     * A company that a key sees.
     *
     * @throws NotFound when it sees none of this id, or the company was destroyed
     */
    public Company visible(View view, ApiKey key, String id) {
        return records.findCompany(view, id)
                .filter(company -> isVisible(key, company))
                .orElseThrow(() -> new NotFound("There is no company " + id));
    }

    /** Whether a key sees the company of this id. */
    public boolean isVisible(View view, ApiKey key, String id) {
        return records.findCompany(view, id)
                .filter(company -> isVisible(key, company))
                .isPresent();
    }

    private static boolean isVisible(ApiKey key, Company company) {
        return company.status() != CompanyStatus.STOPPED
                && key.sees(company.accountId(), company.sandbox(), company.id());
    }

    /**
     * The companies that a key sees, newest first.
     *
     * @param from the highest position that counts
     */
    public Stream<Company> visible(View view, ApiKey key, long from) {
        return records.ofAccount(view, key.accountId()).newestFirst(from).filter(company -> isVisible(key, company));
    }

    public Company get(View view, String id) {
        return records.company(view, id);
    }

    /** Its place in the order of companies, by which lists go on. */
    public long position(View view, Company company) {
        return records.position(view, company);
    }

    /**
     * Changes what is said of a company.
     *
     * @throws Invalid when its name would be blank
     */
    public Company update(Tx tx, Company company, UnaryOperator<Company> change) {
        Company changed = change.apply(company);
        if (changed.name().isBlank()) {
            throw Invalid.at("$.name", "must not be blank");
        }
        Company updated = records.update(tx, changed.become(changed.state(), tx.now()));
        tell(tx, updated, "updated", updated.name() + " was updated");
        budgets.reconsider(tx, company.id());
        return get(tx, company.id());
    }

    /**
     * Pauses a company: its agents do nothing, and what they are at is kept.
     *
     * @throws Conflict when it is not running
     */
    public Company pause(Tx tx, Company company) {
        if (company.status() != CompanyStatus.RUNNING && !company.isOutOfBudget()) {
            throw new Conflict(
                    "The company is " + company.status().word() + "; only one that is running can be paused");
        }
        return states.pause(tx, company, Pause.BY_PERSON);
    }

    /**
     * Lets a company go on.
     *
     * @throws Conflict when it is not paused
     * @throws GovernanceBlocked when there is nothing left that it may spend, or the kill switch has stopped it
     */
    public Company resume(Tx tx, Company company) {
        Pause pause = company.state().pause();
        if (pause == null) {
            throw new Conflict(
                    "The company is " + company.status().word() + "; only one that is paused can be resumed");
        }
        limits.require(tx, company, null, Action.other("resume_company", pause.needed()));
        return states.resume(tx, company);
    }

    /**
     * Trips a company's kill switch, or resets it.
     *
     * @throws Conflict when it has none
     */
    public Company kill(Tx tx, Company company, boolean killed) {
        company.requireKillSwitch();
        return company.state().killed() == killed ? company : states.killed(tx, company, killed);
    }

    /** Destroys a company: nobody sees it any more. */
    public void delete(Tx tx, Company company) {
        agents.ofCompany(tx, company.id()).oldestFirst().toList().forEach(agent -> agents.release(tx, agent));
        if (company.state().pause() != null) {
            tx.cancel(company.state().pause().renewal());
        }
        Company stopped = records.update(tx, company.become(company.state().status(CompanyStatus.STOPPED), tx.now()));
        tell(tx, stopped, "stopped", stopped.name() + " was destroyed");
        tx.emit(new CompanyGone(company.id()));
    }

    private void tell(Tx tx, Company company, String action, String sentence) {
        ledger.record(tx, company.id(), Happening.of(ActivityType.GOVERNANCE, company.resource(), action, sentence));
    }
}
