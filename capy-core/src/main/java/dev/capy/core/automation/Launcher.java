package dev.capy.core.automation;

import dev.capy.core.account.Accounts;
import dev.capy.core.account.User;
import dev.capy.core.catalog.ModelCatalog;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.kernel.error.Invalid;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.project.Projects;
import dev.capy.core.script.Origin;
import dev.capy.core.source.Sources;
import dev.capy.core.task.NewTask;
import dev.capy.core.task.Task;
import dev.capy.core.task.Tasks;
import dev.capy.core.thread.CaptainThread;
import dev.capy.core.thread.NewThread;
import dev.capy.core.thread.RunState;
import dev.capy.core.thread.Threads;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts the work of a run, and knows whether it is still going on. */
final class Launcher {

    /** What was started: a thread or a task, and what the API calls it. */
    record Started(
            @Nullable String threadId,
            @Nullable String taskId,
            @Nullable String jamId) {}

    private final Accounts accounts;
    private final Projects projects;
    private final Sources sources;
    private final ModelCatalog models;
    private final Tasks tasks;
    private final Threads threads;

    Launcher(Accounts accounts, Projects projects, Sources sources, ModelCatalog models, Tasks tasks, Threads threads) {
        this.accounts = accounts;
        this.projects = projects;
        this.sources = sources;
        this.models = models;
        this.tasks = tasks;
        this.threads = threads;
    }

    /**
     * Starts a task for a Build agent where there is a repository to build, and a thread otherwise.
     *
     * @throws Invalid when a branch or a model does not exist, or nothing is asked for
     */
    Started start(Tx tx, Automation automation, String prompt) {
        AgentPlan plan = automation.config().plan();
        Project project = projects.project(tx, automation.projectId());
        List<ProjectRepo> repos = plan.repos(project.repos());
        require(tx, plan, repos, prompt);
        return plan.type() == AgentType.BUILD && !repos.isEmpty()
                ? startTask(tx, automation, prompt, repos)
                : startThread(tx, automation, prompt, repos);
    }

    private void require(View view, AgentPlan plan, List<ProjectRepo> repos, String prompt) {
        if (prompt.isBlank()) {
            throw new Invalid("The prompt is empty once its variables are filled in");
        }
        for (ProjectRepo repo : repos) {
            if (sources.branch(view, repo.repoFullName(), repo.branch()).isEmpty()) {
                throw new Invalid(repo.repoFullName() + " has no branch " + repo.branch());
            }
        }
        plan.models().filter(model -> models.find(model).isEmpty()).findFirst().ifPresent(model -> {
            throw new Invalid("There is no model " + model);
        });
    }

    private Started startTask(Tx tx, Automation automation, String prompt, List<ProjectRepo> repos) {
        AutomationConfig config = automation.config();
        Task task = tasks.create(
                tx,
                NewTask.alone(
                        automation.projectId(),
                        automation.createdByUserId(),
                        config.name(),
                        prompt,
                        Origin.AUTOMATION,
                        List.of(),
                        repos,
                        config.plan().build()));
        return new Started(null, task.id(), tasks.start(tx, task.id()).jamId());
    }

    private Started startThread(Tx tx, Automation automation, String prompt, List<ProjectRepo> repos) {
        User creator = accounts.user(tx, automation.createdByUserId());
        AgentPlan plan = automation.config().plan();
        NewThread wanted = new NewThread(
                automation.projectId(),
                prompt,
                Origin.AUTOMATION,
                plan.captain(),
                plan.build(),
                repos,
                List.of(),
                null,
                List.of(),
                List.of(),
                null);
        CaptainThread thread = threads.start(tx, creator, creator, wanted);
        return new Started(thread.id(), null, thread.id());
    }

    /** Whether the work of a run is not done yet. */
    boolean isUnderWay(View view, AutomationRun run) {
        if (run.threadId() != null) {
            RunState state = threads.thread(view, run.threadId()).runState();
            return state != RunState.READY && state != RunState.ARCHIVED;
        }
        return run.taskId() != null && tasks.task(view, run.taskId()).status().isUnderWay();
    }
}
