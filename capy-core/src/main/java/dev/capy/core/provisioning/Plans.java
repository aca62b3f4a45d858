package dev.capy.core.provisioning;

import dev.capy.core.kernel.View;
import dev.capy.core.project.Devbox;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.setup.Setup;
import dev.capy.core.setup.Setups;
import dev.capy.core.shell.Environment;
import dev.capy.core.vm.VmSize;
import java.util.ArrayList;
import java.util.List;

/** The provisioning steps that a project asks for, in their order (source: seed 003). Thread-safe. */
public final class Plans {

    /** The size of a machine that runs a project's tasks when nobody says otherwise; inferred. */
    public static final VmSize DEFAULT_SIZE = VmSize.MEDIUM;

    /** The size of a machine that a Review agent has, whatever Setup says (source: docs on Setup). */
    public static final VmSize REVIEW_SIZE = VmSize.MEDIUM;

    private final Setups setups;

    public Plans(Setups setups) {
        this.setups = setups;
    }

    /** The size of the machines that run a project's tasks: what its Setup says. */
    public VmSize size(View view, Project project) {
        return setups.saved(view, project.id()).map(Setup::vmSize).orElse(DEFAULT_SIZE);
    }

    /**
     * How a fresh machine of a project becomes ready.
     *
     * @param repos the repositories at the branches to check out
     * @param poolCommands what a warm pool runs in the end; empty where no pool asks
     */
    public Plan fresh(View view, Project project, List<ProjectRepo> repos, List<SetupCommand> poolCommands) {
        List<Step> steps =
                new ArrayList<>(captain(project, size(view, project), repos).steps());
        boolean runsHooks = setups.saved(view, project.id()).isEmpty();
        repos.forEach(repo -> steps.add(new Step.InitRepo(repo, runsHooks)));
        addDevbox(steps, project.devbox(), repos);
        if (!poolCommands.isEmpty()) {
            steps.add(new Step.RunCommands("warm_pool_setup", "/home", poolCommands));
        }
        return new Plan(steps, project.variables());
    }

    /** How a machine that has the repositories already becomes ready for a run. */
    public static Plan restored(Project project, List<ProjectRepo> repos) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.SetEnvVars());
        repos.forEach(repo -> steps.add(new Step.CheckoutRepo(repo)));
        return new Plan(steps, project.variables());
    }

    /** How a Captain's machine becomes ready: it reads code and prepares nothing. */
    public static Plan captain(Project project, VmSize size, List<ProjectRepo> repos) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.CreateVm(size));
        steps.add(new Step.EnsureServer());
        steps.add(new Step.SetEnvVars());
        repos.forEach(repo -> steps.add(new Step.CloneRepo(repo)));
        return new Plan(steps, project.variables());
    }

    /** How a Review agent's machine becomes ready: nothing but the pull request's checkout, and no variables. */
    public static Plan review(ProjectRepo repo) {
        return new Plan(
                List.of(new Step.CreateVm(REVIEW_SIZE), new Step.EnsureServer(), new Step.CloneRepo(repo)),
                Environment.EMPTY);
    }

    private static void addDevbox(List<Step> steps, Devbox devbox, List<ProjectRepo> repos) {
        if (!devbox.projectSetup().isEmpty()) {
            steps.add(commands("project_setup", "/home", devbox.projectSetup()));
        }
        for (ProjectRepo repo : repos) {
            List<String> setup = devbox.repoSetup().getOrDefault(repo.repoFullName(), List.of());
            if (!setup.isEmpty()) {
                steps.add(commands("repo_setup", "/home/" + repo.name(), setup));
            }
        }
    }

    private static Step commands(String name, String workingDirectory, List<String> commands) {
        List<SetupCommand> setup = commands.stream().map(SetupCommand::of).toList();
        return new Step.RunCommands(name, workingDirectory, setup);
    }
}
