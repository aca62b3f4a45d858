package dev.capy.core.capx.playbook;

import dev.capy.core.capx.activity.ActivityType;
import dev.capy.core.capx.activity.Happening;
import dev.capy.core.capx.activity.Happening.Purpose;
import dev.capy.core.capx.company.Companies;
import dev.capy.core.capx.company.Company;
import dev.capy.core.capx.governance.Action;
import dev.capy.core.capx.governance.Verdict;
import dev.capy.core.capx.playbook.Run.StepRun;
import dev.capy.core.capx.settings.CapxCosts;
import dev.capy.core.capx.task.CompanyTaskEnded;
import dev.capy.core.capx.task.NewTask;
import dev.capy.core.capx.task.Source;
import dev.capy.core.capx.task.Task;
import dev.capy.core.capx.task.TaskStatus;
import dev.capy.core.capx.task.Tasks;
import dev.capy.core.kernel.Registry;
import dev.capy.core.kernel.Tx;
import dev.capy.core.script.CompanySteps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How runs go: each step is a task of the agent in its role, so that no step passes by what governs tasks. Stateless. */
final class Runner {

    /** How often a step whose output is not good enough is done again. */
    private static final int RETRIES = 2;

    private static final double WORST = 0.6;
    private static final int DECIMALS = 2;

    private final PlaybookRecords records;
    private final Companies companies;
    private final Tasks tasks;
    private final CapxCosts costs;

    Runner(Registry registry, PlaybookRecords records, Companies companies, Tasks tasks, CapxCosts costs) {
        this.records = records;
        this.companies = companies;
        this.tasks = tasks;
        this.costs = costs;
        registry.subscribe(CompanyTaskEnded.class, this::taskEnded);
    }

    /** Begins a run. */
    Run start(Tx tx, Run run) {
        records.add(tx, run);
        tell(
                tx,
                run,
                "started",
                "playbook.started",
                "Started playbook: " + run.definition().name());
        return proceed(tx, run);
    }

    private Run proceed(Tx tx, Run begun) {
        Run run = begun;
        while (!run.isDone()) {
            Step step = run.current();
            if (step instanceof Step.Work work) {
                return begin(tx, run, work);
            }
            run = records.update(tx, jump(tx, run, (Step.Jump) step));
        }
        return end(tx, run, RunStatus.COMPLETED, null);
    }

    private static Run jump(Tx tx, Run run, Step.Jump jump) {
        BigDecimal score = run.latest(jump.scored()).map(StepRun::score).orElse(null);
        boolean isLow = score != null && score.compareTo(jump.below()) < 0;
        if (!isLow || run.attempts(jump.id()) >= jump.most()) {
            return run.at(run.place() + 1);
        }
        return run.and(StepRun.jumped(jump.id(), tx.now())).at(run.definition().place(jump.target()));
    }

    private Run begin(Tx tx, Run run, Step.Work step) {
        Company company = companies.get(tx, run.companyId());
        Optional<String> objection = objection(tx, company, step);
        if (objection.isPresent()) {
            return end(tx, run, RunStatus.FAILED, step.id() + ": " + objection.get());
        }
        NewTask wanted = NewTask.of(run.definition().name() + ": " + step.id())
                .description(step.tool() + " " + Interpolation.with(run, step).text())
                .agent(step.role())
                .source(
                        new Source(run.playbookId(), run.id(), step.id()),
                        step.gated(),
                        CompanySteps.NONE.use(step.tool()).say(step.tool() + " is done: {{title}}"));
        Task task = tasks.create(tx, company, wanted, 0);
        Run waiting = records.update(tx, run.and(StepRun.begun(step.id(), task.id(), tx.now())));
        tell(tx, waiting, "step_started", "step.started", "Started step " + step.id());
        return waiting;
    }

    private Optional<String> objection(Tx tx, Company company, Step.Work step) {
        if (companies.agents().inRole(tx, company, step.role()).isEmpty()) {
            return Optional.of("the company has no agent in the role " + step.role());
        }
        Verdict verdict = companies.limits().judge(tx, company, null, Action.task(0, 0));
        return verdict instanceof Verdict.Blocked blocked ? Optional.of(blocked.reason()) : Optional.empty();
    }

    private void taskEnded(Tx tx, CompanyTaskEnded ended) {
        records.waitingFor(tx, ended.taskId()).ifPresent(run -> {
            Task task = tasks.get(tx, ended.taskId());
            if (task.status() == TaskStatus.COMPLETED) {
                completed(tx, run, (Step.Work) run.current(), task);
            } else {
                failed(tx, run, task, reason(task));
            }
        });
    }

    private static String reason(Task task) {
        String error = task.outcome().error();
        String feedback = task.outcome().feedback();
        return error != null ? error : "it was rejected" + (feedback == null ? "" : ": " + feedback);
    }

    private void failed(Tx tx, Run run, Task task, String reason) {
        StepRun failed = run.last().ended("failed", null, null, task.outcome().cost(), tx.now());
        Run after = records.update(tx, run.ended(failed));
        tell(tx, after, "step_failed", "step.failed", "Failed step " + failed.stepId() + ": " + reason);
        end(tx, after, RunStatus.FAILED, failed.stepId() + ": " + reason);
    }

    private void completed(Tx tx, Run run, Step.Work step, Task task) {
        if (step.rubric().isEmpty()) {
            next(tx, run, task, null, 0);
            return;
        }
        Company company = companies.get(tx, run.companyId());
        Verdict verdict = companies.limits().judge(tx, company, null, Action.other("evaluate", costs.rubric()));
        if (verdict instanceof Verdict.Blocked blocked) {
            failed(tx, run, task, blocked.reason());
            return;
        }
        BigDecimal score = BigDecimal.valueOf(WORST + (1 - WORST) * tx.random()).setScale(DECIMALS, RoundingMode.DOWN);
        companies
                .ledger()
                .record(tx, run.companyId(), evaluated(run, step, score).cost(costs.rubric()));
        boolean isGood = step.rubric().values().stream().allMatch(least -> score.compareTo(least) >= 0);
        if (isGood || isJudgedLater(run, step)) {
            next(tx, run, task, score, costs.rubric());
        } else {
            again(tx, run, step, task, score);
        }
    }

    private static Happening evaluated(Run run, Step.Work step, BigDecimal score) {
        return Happening.of(
                        ActivityType.PLAYBOOK,
                        run.resource(),
                        "evaluated",
                        "Step " + step.id() + " was evaluated: " + score)
                .event("rubric.evaluated")
                .on(new Purpose(null, run.playbookId()));
    }

    /** Whether another step decides what to do about a low score. */
    private static boolean isJudgedLater(Run run, Step.Work step) {
        return run.definition().steps().stream()
                .anyMatch(other ->
                        other instanceof Step.Jump jump && jump.scored().equals(step.id()));
    }

    private void again(Tx tx, Run run, Step.Work step, Task task, BigDecimal score) {
        long cost = task.outcome().cost() + costs.rubric();
        Run after = records.update(
                tx, run.ended(run.last().ended("failed", task.outcome().result(), score, cost, tx.now())));
        tell(tx, after, "step_failed", "step.failed", "Step " + step.id() + " is not good enough: " + score);
        if (run.attempts(step.id()) > RETRIES) {
            end(tx, after, RunStatus.FAILED, step.id() + ": its score " + score + " is too low");
        } else {
            proceed(tx, after);
        }
    }

    private void next(Tx tx, Run run, Task task, @Nullable BigDecimal score, long extra) {
        StepRun done = run.last()
                .ended(
                        "completed",
                        task.outcome().result(),
                        score,
                        task.outcome().cost() + extra,
                        tx.now());
        Run after = records.update(tx, run.ended(done).at(run.place() + 1));
        tell(tx, after, "step_completed", "step.completed", "Completed step " + done.stepId());
        BigDecimal most = run.definition().maxCost();
        if (most != null && BigDecimal.valueOf(after.outcome().cost()).compareTo(most) > 0) {
            end(
                    tx,
                    after,
                    RunStatus.FAILED,
                    "it took " + after.outcome().cost() + " credits, more than " + most.toPlainString());
        } else {
            proceed(tx, after);
        }
    }

    private Run end(Tx tx, Run run, RunStatus how, @Nullable String error) {
        Run ended = records.update(tx, run.over(how, error, tx.now()));
        String sentence = how == RunStatus.COMPLETED ? "Completed playbook: " : "Failed playbook: ";
        tell(
                tx,
                ended,
                how.word(),
                "playbook." + how.word(),
                sentence + run.definition().name() + (error == null ? "" : ": " + error));
        return ended;
    }

    private void tell(Tx tx, Run run, String action, String event, String sentence) {
        Happening what = Happening.of(ActivityType.PLAYBOOK, run.resource(), action, sentence)
                .event(event)
                .on(new Purpose(null, run.playbookId()));
        companies.ledger().record(tx, run.companyId(), what);
    }
}
