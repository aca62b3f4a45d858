package dev.capy.core.provisioning;

import dev.capy.core.kernel.View;
import dev.capy.core.project.Devbox;
import dev.capy.core.project.Project;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.provisioning.Step.PhaseScript;
import dev.capy.core.setup.Phase;
import dev.capy.core.setup.RepositorySetup;
import dev.capy.core.setup.Setup;
import dev.capy.core.setup.Setups;
import dev.capy.core.shell.Environment;
import dev.capy.core.vm.VmSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provisioning steps that a project asks for, in their order (source: seeds 003 and 004). Thread-safe. */
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
        return size(setups.saved(view, project.id()).orElse(null));
    }

    private static VmSize size(@Nullable Setup setup) {
        return setup == null || setup.vmSize() == null ? DEFAULT_SIZE : setup.vmSize();
    }

    /**
     * How a fresh machine of a project becomes ready.
     *
     * @param repos the repositories at the branches to check out
     * @param poolCommands what a warm pool runs in the end; empty where no pool asks
     */
    public Plan fresh(View view, Project project, List<ProjectRepo> repos, List<SetupCommand> poolCommands) {
        Setup setup = setups.saved(view, project.id()).orElse(null);
        List<Step> steps = initialized(project, repos, setup);
        addPhase(steps, Phase.STARTUP, repos, setup);
        if (!poolCommands.isEmpty()) {
            steps.add(new Step.RunCommands("warm_pool_setup", "/home", poolCommands));
        }
        return new Plan(steps, project.variables());
    }

    /**
     * How a machine becomes ready for its disk to be captured: what every run needs, and nothing that only lives while a
     * machine runs.
     *
     * @param setup what counts for it; null where nobody has saved a Setup
     */
    public static Plan captured(Project project, @Nullable Setup setup) {
        return new Plan(initialized(project, repos(project, setup), setup), project.variables());
    }

    /** How it is tried whether a machine that was restored from such a disk works. */
    public static Plan warmedUp(Project project, @Nullable Setup setup) {
        List<Step> steps = new ArrayList<>();
        addPhase(steps, Phase.STARTUP, repos(project, setup), setup);
        return new Plan(steps, project.variables());
    }

    /** How a machine that has the repositories already, restored or reused, becomes ready for a run. */
    public Plan restored(View view, Project project, List<ProjectRepo> repos) {
        Setup setup = setups.saved(view, project.id()).orElse(null);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.SetEnvVars());
        repos.forEach(repo -> steps.add(new Step.CheckoutRepo(repo)));
        addPhase(steps, Phase.UPDATE_AFTER_CHECKOUT, repos, setup);
        addPhase(steps, Phase.STARTUP, repos, setup);
        return new Plan(steps, project.variables());
    }

    /** How a Captain's machine becomes ready: it reads code and prepares nothing. */
    public static Plan captain(Project project, VmSize size, List<ProjectRepo> repos) {
        return new Plan(cloned(size, repos), project.variables());
    }

    /** How a Review agent's machine becomes ready: nothing but the pull request's checkout, and no variables. */
    public static Plan review(ProjectRepo repo) {
        return new Plan(
                List.of(new Step.CreateVm(REVIEW_SIZE), new Step.EnsureServer(), new Step.CloneRepo(repo)),
                Environment.EMPTY);
    }

    /** The project's repositories at the branches that its Setup prepares them at. */
    private static List<ProjectRepo> repos(Project project, @Nullable Setup setup) {
        return project.repos().stream()
                .map(repo ->
                        said(repo, setup).map(said -> repo.at(said.branch())).orElse(repo))
                .toList();
    }

    private static List<Step> cloned(VmSize size, List<ProjectRepo> repos) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.CreateVm(size));
        steps.add(new Step.EnsureServer());
        steps.add(new Step.SetEnvVars());
        repos.forEach(repo -> steps.add(new Step.CloneRepo(repo)));
        return steps;
    }

    private static List<Step> initialized(Project project, List<ProjectRepo> repos, @Nullable Setup setup) {
        List<Step> steps = cloned(size(setup), repos);
        repos.forEach(repo -> steps.add(new Step.InitRepo(repo, setup == null)));
        addDevbox(steps, project.devbox(), repos);
        addPhase(steps, Phase.INITIALIZE, repos, setup);
        return steps;
    }

    private static void addDevbox(List<Step> steps, Devbox devbox, List<ProjectRepo> repos) {
        if (!devbox.projectSetup().isEmpty()) {
            steps.add(commands("project_setup", "/home", devbox.projectSetup()));
        }
        for (ProjectRepo repo : repos) {
            List<String> setup = devbox.repoSetup().getOrDefault(repo.repoFullName(), List.of());
            if (!setup.isEmpty()) {
                steps.add(commands("repo_setup", Checkout.home(repo), setup));
            }
        }
    }

    private static Step commands(String name, String workingDirectory, List<String> commands) {
        List<SetupCommand> setup = commands.stream().map(SetupCommand::of).toList();
        return new Step.RunCommands(name, workingDirectory, setup);
    }

    /** A phase in which no repository has anything to do is no step. */
    private static void addPhase(List<Step> steps, Phase phase, List<ProjectRepo> repos, @Nullable Setup setup) {
        List<PhaseScript> scripts = repos.stream()
                .flatMap(repo -> said(repo, setup).flatMap(said -> script(repo, said, phase)).stream())
                .toList();
        if (!scripts.isEmpty()) {
            steps.add(new Step.RunPhase(phase, scripts));
        }
    }

    private static Optional<PhaseScript> script(ProjectRepo repo, RepositorySetup setup, Phase phase) {
        return setup.script(phase).map(script -> new PhaseScript(repo, script, setup.timeout(phase)));
    }

    private static Optional<RepositorySetup> said(ProjectRepo repo, @Nullable Setup setup) {
        List<RepositorySetup> all = setup == null ? List.of() : setup.repositories();
        return all.stream()
                .filter(one -> one.repository().equals(repo.repoFullName()))
                .findFirst();
    }
}
