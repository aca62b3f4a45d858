package dev.capy.core.automation;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.User;
import dev.capy.core.automation.Automation.Runs;
import dev.capy.core.automation.trigger.ExternalEvent;
import dev.capy.core.automation.trigger.TriggerSet;
import dev.capy.core.catalog.ModelCatalog;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.RoutingSecret;
import dev.capy.core.kernel.Rows;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Conflict;
import dev.capy.core.kernel.error.Forbidden;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.kernel.error.NotFound;
import dev.capy.core.project.Project;
import dev.capy.core.project.Projects;
import dev.capy.core.source.Sources;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.Threads;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The automations of a world. Thread-safe; the state is the transaction's. */
public final class Automations {

    private final AutomationRecords records;
    private final Projects projects;
    private final Runner runner;
    private final Schedules schedules;
    private final IncomingCalls incomingCalls;
    private final Supplier<String> tokens;

    /** @param tokens a fresh text that nobody can guess, whenever it is asked: what opens the URL of an automation */
    public Automations(
            Registry registry,
            Accounts accounts,
            Projects projects,
            Sources sources,
            ModelCatalog models,
            Tasks tasks,
            Threads threads,
            Supplier<String> tokens) {
        this.records = new AutomationRecords(registry);
        this.projects = projects;
        this.runner = new Runner(records, new Launcher(accounts, projects, sources, models, tasks, threads));
        this.schedules = new Schedules(registry, records, runner);
        this.incomingCalls = new IncomingCalls(records, runner);
        this.tokens = tokens;
    }

    /**
     * Makes an automation.
     *
     * @param creator for whom it acts
     * @throws Invalid when the configuration is malformed, naming every violation
     */
    public Automation create(Tx tx, User creator, String projectId, AutomationConfig config) {
        Project project = projects.project(tx, projectId);
        ConfigCheck.check(config, project);
        String id = tx.newId();
        TriggerSet triggers = config.triggerSet().named(TriggerSet.DEFAULT, tx::newId);
        Automation automation = new Automation(
                id,
                projectId,
                creator.id(),
                config.withTriggerSet(triggers),
                1,
                tokenOf(triggers, null),
                Runs.NONE,
                tx.now(),
                tx.now(),
                false);
        schedules.plan(tx, records.add(tx, automation));
        return automation;
    }

    private @Nullable RoutingSecret tokenOf(TriggerSet triggers, @Nullable RoutingSecret before) {
        return before == null && triggers.isCallable() ? RoutingSecret.of(tokens.get()) : before;
    }

    /** Gives every automation that has a token another one: the world is a copy of another world. */
    public void renewTokens(Tx tx) {
        records.all(tx)
                .oldestFirst()
                .filter(automation -> automation.token() != null)
                .forEach(automation -> records.update(tx, automation.opened(RoutingSecret.of(tokens.get()))));
    }

    /**
     * Changes an automation; one that stays the same keeps its revision.
     *
     * @param actor who changes it
     * @param expectedRevision the revision that the change is made of
     * @throws Conflict when it has another revision by now
     * @throws Invalid when the configuration is malformed, naming every violation
     * @throws Forbidden when somebody but its creator hides it
     */
    public Automation update(
            Tx tx,
            User actor,
            Automation before,
            OptionalLong expectedRevision,
            UnaryOperator<AutomationConfig> change) {
        requireRevision(before, expectedRevision);
        AutomationConfig wanted = change.apply(before.config());
        ConfigCheck.check(wanted, projects.project(tx, before.projectId()));
        requireOwnerToHide(actor, before, wanted);
        TriggerSet triggers = wanted.triggerSet().named(before.triggerSet(), tx::newId);
        AutomationConfig config = wanted.withTriggerSet(triggers);
        if (config.equals(before.config())) {
            return before;
        }
        Automation after = records.update(tx, before.with(config, tokenOf(triggers, before.token()), tx.now()));
        if (config.enabled() != before.config().enabled() || !triggers.equals(before.triggerSet())) {
            schedules.plan(tx, after);
        }
        return after;
    }

    private static void requireRevision(Automation automation, OptionalLong expected) {
        if (expected.isPresent() && expected.getAsLong() != automation.configRevision()) {
            throw new Conflict("The automation is at revision " + automation.configRevision() + " by now, not "
                    + expected.getAsLong() + ": read it again");
        }
    }

    private static void requireOwnerToHide(User actor, Automation automation, AutomationConfig wanted) {
        if (wanted.visibility() == Visibility.CREATOR && !automation.isOwnedBy(actor)) {
            throw new Forbidden("Only its creator can make an automation private");
        }
    }

    /** Deletes an automation: it runs no more and nobody sees it; what it started goes on. */
    public void delete(Tx tx, Automation automation) {
        schedules.plan(tx, records.update(tx, automation.gone(tx.now())));
    }

    /** Runs an automation now, for its creator, unless it is off or still busy with its last run. */
    public RunResult runNow(Tx tx, Automation automation) {
        return runner.runIfIdle(tx, automation, null);
    }

    /**
     * Takes a request that came to the URL of an automation.
     *
     * @param token what the URL ends with
     * @throws NotFound when no automation has this URL
     * @throws Forbidden when the request has to be signed, and is not signed as it should be
     */
    public RunResult receive(Tx tx, String token, WebhookCall call) {
        return incomingCalls.receive(tx, token, call);
    }

    /** Whether an automation has the URL that ends with {@code token}. */
    public boolean isOpenedBy(View view, String token) {
        return records.byToken(view, token).isPresent();
    }

    /** Runs every automation of a project that waits for what happened; each one once. */
    public List<RunResult> deliver(Tx tx, String projectId, ExternalEvent event) {
        List<Automation> waiting = records.ofProject(tx, projectId)
                .oldestFirst()
                .filter(Automation::isRunnable)
                .toList();
        return waiting.stream()
                .flatMap(automation -> automation.triggerSet().waitingFor(event).stream()
                        .map(trigger -> runner.run(tx, automation, trigger.requireId(), event.payload())))
                .toList();
    }

    /**
     * The automation with this id, as {@code actor} sees it.
     *
     * @throws NotFound when it sees no such automation in the project
     */
    public Automation visible(View view, User actor, String projectId, String id) {
        return records.find(view, id)
                .filter(automation -> automation.projectId().equals(projectId))
                .filter(automation -> projects.isVisible(view, actor, projectId))
                .filter(automation -> automation.isVisibleTo(actor))
                .orElseThrow(() -> new NotFound("Automation not found"));
    }

    /**
     * The automations of a project that {@code actor} sees, newest first.
     *
     * @param from the position to start at, that one included; {@link Long#MAX_VALUE} for the newest
     */
    public Stream<Automation> newestFirst(View view, User actor, String projectId, long from) {
        return records.ofProject(view, projectId).newestFirst(from).filter(automation -> automation.isVisibleTo(actor));
    }

    /** Where an automation stands in the order of creation. */
    public long position(View view, Automation automation) {
        return records.position(view, automation);
    }

    /** The runs of an automation. */
    public Rows<AutomationRun> runs(View view, String automationId) {
        return records.runs(view, automationId);
    }

    /** The automation with this id, whoever asks; deleted ones too. */
    public Optional<Automation> find(View view, String id) {
        return records.find(view, id);
    }
}
