package dev.capy.core.automation;

import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.RoutingSecret;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.Optional;

/** The records of automations and of their runs. */
final class AutomationRecords {

    private static final Table<Automation> AUTOMATIONS = Table.of("automations", Automation.class, Automation::id);
    private static final Index<Automation, String> BY_PROJECT = AUTOMATIONS.index(Automation::projectId);
    private static final Index<Automation, RoutingSecret> BY_TOKEN = AUTOMATIONS.index(Automation::openToken);
    private static final Table<AutomationRun> RUNS =
            Table.of("automation_runs", AutomationRun.class, AutomationRun::id);
    private static final Index<AutomationRun, String> BY_AUTOMATION = RUNS.index(AutomationRun::automationId);

    AutomationRecords(Registry registry) {
        registry.tables(AUTOMATIONS, RUNS);
    }

    Automation add(Tx tx, Automation automation) {
        return tx.insert(AUTOMATIONS, automation);
    }

    Automation update(Tx tx, Automation automation) {
        return tx.update(AUTOMATIONS, automation);
    }

    Optional<Automation> find(View view, String id) {
        return view.find(AUTOMATIONS, id);
    }

    Automation get(View view, String id) {
        return view.get(AUTOMATIONS, id);
    }

    Optional<Automation> byToken(View view, String token) {
        return view.where(BY_TOKEN, RoutingSecret.of(token)).oldest();
    }

    Rows<Automation> all(View view) {
        return view.all(AUTOMATIONS);
    }

    Rows<Automation> ofProject(View view, String projectId) {
        return view.where(BY_PROJECT, projectId);
    }

    long position(View view, Automation automation) {
        return view.sequence(AUTOMATIONS, automation.id());
    }

    /** Keeps a run, and has its automation remember it. */
    void add(Tx tx, AutomationRun run) {
        tx.insert(RUNS, run);
        update(tx, get(tx, run.automationId()).after(run));
    }

    Rows<AutomationRun> runs(View view, String automationId) {
        return view.where(BY_AUTOMATION, automationId);
    }

    /** The newest run of an automation. */
    Optional<AutomationRun> newestRun(View view, Automation automation) {
        return Optional.ofNullable(automation.runs().lastId()).map(id -> view.get(RUNS, id));
    }
}
