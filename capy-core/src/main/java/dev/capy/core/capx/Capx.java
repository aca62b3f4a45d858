package dev.capy.core.capx;

import dev.capy.core.capx.account.CapxAccounts;
import dev.capy.core.capx.account.RateLimiter;
import dev.capy.core.capx.account.RepeatedCalls;
import dev.capy.core.capx.activity.Activities;
import dev.capy.core.capx.activity.AgentLogs;
import dev.capy.core.capx.approval.Approvals;
import dev.capy.core.capx.company.Agents;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.playbook.Playbooks;
import dev.capy.core.capx.playbook.Timetable;
import dev.capy.core.capx.settings.CapxSettings;
import dev.capy.core.capx.task.Tasks;
import dev.capy.core.capx.webhook.WebhookSender;
import dev.capy.core.capx.webhook.Webhooks;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.script.Scripts;

/** All that a world has of Capx. Holds no state but that of rate limits. Thread-safe. */
public final class Capx {

    private final CapxAccounts accounts;
    private final RateLimiter limiter = new RateLimiter();
    private final RepeatedCalls repeatedCalls;
    private final Activities activities;
    private final AgentLogs logs;
    private final Companies companies;
    private final Approvals approvals;
    private final Tasks tasks;
    private final Playbooks playbooks;
    private final Webhooks webhooks;

    /**
     * @param structuredText how definitions of playbooks are read
     * @param timetable how their schedules are
     * @param sender what webhooks are told with
     */
    public Capx(
            Registry registry,
            Scripts scripts,
            StructuredText structuredText,
            Timetable timetable,
            WebhookSender sender,
            CapxSettings settings) {
        accounts = new CapxAccounts(registry);
        repeatedCalls = new RepeatedCalls(registry);
        activities = new Activities(registry);
        logs = new AgentLogs(registry);
        companies = new Companies(registry, accounts, activities, settings);
        approvals = new Approvals(registry, companies, settings.latencies());
        tasks = new Tasks(registry, companies, approvals, scripts, logs, settings);
        playbooks = new Playbooks(registry, companies, tasks, structuredText, timetable, settings.costs());
        webhooks = new Webhooks(registry, companies, activities, sender, settings.latencies());
    }

    /** Accounts and their keys. */
    public CapxAccounts accounts() {
        return accounts;
    }

    /** How much keys may ask at a time. */
    public RateLimiter limiter() {
        return limiter;
    }

    /** Calls that are done once however often they come. */
    public RepeatedCalls repeatedCalls() {
        return repeatedCalls;
    }

    /** What happened. */
    public Activities activities() {
        return activities;
    }

    /** What agents log. */
    public AgentLogs logs() {
        return logs;
    }

    public Companies companies() {
        return companies;
    }

    public Agents agents() {
        return companies.agents();
    }

    public Approvals approvals() {
        return approvals;
    }

    public Tasks tasks() {
        return tasks;
    }

    public Playbooks playbooks() {
        return playbooks;
    }

    public Webhooks webhooks() {
        return webhooks;
    }
}
