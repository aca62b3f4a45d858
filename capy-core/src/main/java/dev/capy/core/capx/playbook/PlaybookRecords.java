package dev.capy.core.capx.playbook;

import dev.capy.core.capx.value.ShortIds;
import dev.capy.core.kernel.Index;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Table;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import java.util.Optional;

/** The records of playbooks and their runs. */
final class PlaybookRecords {

    private static final Table<Playbook> PLAYBOOKS = Table.of("capx_playbooks", Playbook.class, Playbook::id);
    private static final Index<Playbook, String> BY_COMPANY = PLAYBOOKS.index(Playbook::companyId);
    private static final Table<Run> RUNS = Table.of("capx_runs", Run.class, Run::id);
    private static final Index<Run, String> BY_PLAYBOOK = RUNS.index(Run::playbookId);
    private static final Index<Run, String> BY_TASK = RUNS.index(Run::taskId);

    PlaybookRecords(Registry registry) {
        registry.tables(PLAYBOOKS, RUNS);
    }

    static String newPlaybookId(Tx tx) {
        return ShortIds.fresh(tx, "pb_", PLAYBOOKS);
    }

    static String newRunId(Tx tx) {
        return ShortIds.fresh(tx, "run_", RUNS);
    }

    Playbook add(Tx tx, Playbook playbook) {
        return tx.insert(PLAYBOOKS, playbook);
    }

    Playbook update(Tx tx, Playbook playbook) {
        return tx.update(PLAYBOOKS, playbook);
    }

    Optional<Playbook> findPlaybook(View view, String id) {
        return view.find(PLAYBOOKS, id);
    }

    Playbook playbook(View view, String id) {
        return view.get(PLAYBOOKS, id);
    }

    Rows<Playbook> all(View view) {
        return view.all(PLAYBOOKS);
    }

    Rows<Playbook> ofCompany(View view, String companyId) {
        return view.where(BY_COMPANY, companyId);
    }

    long position(View view, Playbook playbook) {
        return view.sequence(PLAYBOOKS, playbook.id());
    }

    Run add(Tx tx, Run run) {
        return tx.insert(RUNS, run);
    }

    Run update(Tx tx, Run run) {
        return tx.update(RUNS, run);
    }

    Optional<Run> findRun(View view, String id) {
        return view.find(RUNS, id);
    }

    Optional<Run> waitingFor(View view, String taskId) {
        return view.where(BY_TASK, taskId).oldest();
    }

    Rows<Run> runs(View view, String playbookId) {
        return view.where(BY_PLAYBOOK, playbookId);
    }

    long position(View view, Run run) {
        return view.sequence(RUNS, run.id());
    }
}
