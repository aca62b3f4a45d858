package dev.capy.core.capx.playbook;

import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.company.CompanyGone;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.governance.Verdict;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Timer;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The times at which playbooks run: one pending background entry for each that has a schedule. */
final class Schedules {

    private static final Map<String, String> ALIASES =
            Map.of("@hourly", "0 * * * *", "@daily", "0 0 * * *", "@weekly", "0 0 * * 0");

    /** It is time. */
    record PlaybookDue(String playbookId) implements Timer {
        @Override
        public String describe() {
            return "schedule of playbook " + playbookId;
        }
    }

    private final PlaybookRecords records;
    private final Companies companies;
    private final Runner runner;
    private final Timetable timetable;

    Schedules(Registry registry, PlaybookRecords records, Companies companies, Runner runner, Timetable timetable) {
        this.records = records;
        this.companies = companies;
        this.runner = runner;
        this.timetable = timetable;
        registry.on(PlaybookDue.class, this::due).subscribe(CompanyGone.class, this::gone);
    }

    /** @throws Invalid when its schedule is none */
    void check(View view, Definition definition) {
        try {
            next(definition, view.now());
        } catch (Invalid e) {
            throw Invalid.at("$.yaml.trigger.schedule", e.getMessage());
        }
    }

    private Optional<Instant> next(Definition definition, Instant after) {
        return Optional.ofNullable(definition.trigger().schedule())
                .flatMap(cron -> timetable.next(ALIASES.getOrDefault(cron, cron), after));
    }

    /** Puts a playbook's next run on the timeline, if it has one. */
    Playbook plan(Tx tx, Playbook playbook) {
        long entry = next(playbook.definition(), tx.now())
                .map(time -> tx.scheduleInBackground(Duration.between(tx.now(), time), new PlaybookDue(playbook.id())))
                .orElse(0L);
        return records.update(tx, playbook.entry(entry));
    }

    /** Runs a playbook, unless its company may do nothing now; then it waits for its next time. */
    private void due(Tx tx, PlaybookDue due) {
        Playbook playbook = plan(tx, records.playbook(tx, due.playbookId()));
        Company company = companies.get(tx, playbook.companyId());
        Verdict verdict = companies.limits().judge(tx, company, null, Action.other("run_playbook", 0));
        if (company.isWorking() && !(verdict instanceof Verdict.Blocked)) {
            runner.start(
                    tx,
                    Runs.begin(tx, playbook, Trigger.Type.SCHEDULE, Inputs.complete(playbook.definition(), Map.of())));
        }
    }

    private void gone(Tx tx, CompanyGone gone) {
        records.ofCompany(tx, gone.companyId()).oldestFirst().toList().forEach(playbook -> {
            tx.cancel(playbook.entry());
            records.update(tx, playbook.entry(0));
        });
    }
}
