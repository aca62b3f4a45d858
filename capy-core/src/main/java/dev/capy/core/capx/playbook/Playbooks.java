package dev.capy.core.capx.playbook;

import dev.capy.core.capx.account.ApiKey;
import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.settings.CapxCosts;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.TaskStatus;
import dev.capy.core.capx.task.Tasks;
import dev.capy.core.capx.value.Json;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.StructuredText;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.GovernanceBlocked;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import java.util.Map;
import java.util.stream.Stream;

/** The playbooks of companies. Thread-safe; the state is the transaction's. */
public final class Playbooks {

    private final PlaybookRecords records;
    private final Companies companies;
    private final Tasks tasks;
    private final StructuredText structuredText;
    private final Runner runner;
    private final Schedules schedules;
    private final CapxCosts costs;

    /**
     * @param structuredText how definitions are read
     * @param timetable how schedules are
     */
    public Playbooks(
            Registry registry,
            Companies companies,
            Tasks tasks,
            StructuredText structuredText,
            Timetable timetable,
            CapxCosts costs) {
        this.records = new PlaybookRecords(registry);
        this.companies = companies;
        this.tasks = tasks;
        this.structuredText = structuredText;
        this.runner = new Runner(registry, records, companies, tasks, costs);
        this.schedules = new Schedules(registry, records, companies, runner, timetable);
        this.costs = costs;
    }

    /**
     * Makes a playbook, whose definition is read as the world reads structured text.
     *
     * @throws Invalid when its definition is malformed or makes no sense
     * @throws Conflict when the company has one of its name
     * @throws GovernanceBlocked when a rule forbids it
     */
    public Playbook create(Tx tx, Company company, NewPlaybook wanted) {
        return create(tx, company, wanted, structuredText);
    }

    /** The same, whose definition is read in another way. */
    public Playbook create(Tx tx, Company company, NewPlaybook wanted, StructuredText how) {
        Definition definition = new DefinitionReader(how).read(wanted.name(), wanted.text());
        schedules.check(tx, definition);
        if (records.ofCompany(tx, company.id())
                .oldestFirst()
                .anyMatch(other -> other.name().equals(wanted.name()))) {
            throw new Conflict("The company has a playbook called " + wanted.name() + " already");
        }
        companies.limits().require(tx, company, null, Action.other("create_playbook", costs.createPlaybook()));
        Playbook playbook = records.add(
                tx,
                new Playbook(
                        PlaybookRecords.newPlaybookId(tx),
                        company.id(),
                        wanted.name(),
                        wanted.description(),
                        wanted.tags(),
                        definition,
                        wanted.text(),
                        tx.now(),
                        0));
        Happening created = Happening.of(
                ActivityType.PLAYBOOK, playbook.resource(), "created", "Created playbook: " + playbook.name());
        companies.ledger().record(tx, company.id(), created.cost(costs.createPlaybook()));
        return schedules.plan(tx, playbook);
    }

    /**
     * Runs a playbook.
     *
     * @param given its inputs by their names
     * @throws Invalid when an input is missing, unknown or of the wrong type; all of them are named
     * @throws GovernanceBlocked when a rule forbids it
     */
    public Run run(Tx tx, Company company, Playbook playbook, Map<String, Json> given) {
        companies.limits().require(tx, company, null, Action.other("run_playbook", 0));
        return runner.start(
                tx, Runs.begin(tx, playbook, Trigger.Type.MANUAL, Inputs.complete(playbook.definition(), given)));
    }

    /**
     * A playbook that a key sees.
     *
     * @throws NotFound when it sees none of this id
     */
    public Playbook visible(View view, ApiKey key, String id) {
        return records.findPlaybook(view, id)
                .filter(playbook -> companies.isVisible(view, key, playbook.companyId()))
                .orElseThrow(() -> new NotFound("There is no playbook " + id));
    }

    /**
     * The playbooks that a key sees, newest first.
     *
     * @param from the highest position that counts
     */
    public Stream<Playbook> visible(View view, ApiKey key, long from) {
        return records.all(view)
                .newestFirst(from)
                .filter(playbook -> companies.isVisible(view, key, playbook.companyId()));
    }

    /** The playbooks of a company. */
    public Rows<Playbook> ofCompany(View view, String companyId) {
        return records.ofCompany(view, companyId);
    }

    /** Its place in the order of playbooks, by which lists go on. */
    public long position(View view, Playbook playbook) {
        return records.position(view, playbook);
    }

    /** The runs of a playbook. */
    public Rows<Run> runs(View view, String playbookId) {
        return records.runs(view, playbookId);
    }

    /** Its place in the order of runs, by which lists go on. */
    public long position(View view, Run run) {
        return records.position(view, run);
    }

    /**
     * A run of a playbook.
     *
     * @throws NotFound when the playbook has none such
     */
    public Run run(View view, Playbook playbook, String id) {
        return records.findRun(view, id)
                .filter(run -> run.playbookId().equals(playbook.id()))
                .orElseThrow(() -> new NotFound("The playbook has no run " + id));
    }

    /** What became of a run, as it is now. */
    public RunStatus status(View view, Run run) {
        String taskId = run.taskId();
        if (taskId == null) {
            return run.outcome().status();
        }
        Task task = tasks.get(view, taskId);
        return task.status() == TaskStatus.PENDING_APPROVAL
                ? RunStatus.WAITING_APPROVAL
                : run.outcome().status();
    }
}
