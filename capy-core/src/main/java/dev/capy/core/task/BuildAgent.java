package dev.capy.core.task;

import dev.capy.core.catalog.TokensUsed;
import dev.capy.core.files.Content;
import dev.capy.core.files.FileNode;
import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.script.BuildStep;
import dev.capy.core.script.Template;
import dev.capy.core.shell.Outcome;
import dev.capy.core.source.Branch;
import dev.capy.core.source.Sources;
import dev.capy.core.source.git.GitSignature;
import dev.capy.core.vm.Command;
import dev.capy.core.vm.Execution;
import dev.capy.core.vm.Hypervisor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the steps of a Build agent do to the machine and the branches of a run. Stateless. */
final class BuildAgent {

    /**
     * What came of acting.
     *
     * @param jam the run after it
     * @param pause how long it has to wait before it acts again; null for not at all
     * @param failure why the run has failed; null when it has not
     */
    record Deed(Jam jam, @Nullable Duration pause, @Nullable String failure) {}

    private static final String README = "README.md";
    private static final String NAME = "capy-ai[bot]";
    private static final String EMAIL = "capy-ai[bot]@users.noreply.github.com";

    private final Hypervisor hypervisor;
    private final Sources sources;
    private final BuildLatencies latencies;

    BuildAgent(Hypervisor hypervisor, Sources sources, BuildLatencies latencies) {
        this.hypervisor = hypervisor;
        this.sources = sources;
        this.latencies = latencies;
    }

    /** Where a run of the task checks its repositories out: its own branch once there is one. */
    List<ProjectRepo> checkouts(View view, Task task) {
        return task.repos().stream()
                .map(repo -> ownBranch(view, task, repo).isPresent() ? repo.at(task.branch()) : repo)
                .toList();
    }

    /** Makes the task's branches where they are missing; answers the commits that this run starts from. */
    SortedMap<String, String> openBranches(Tx tx, Task task) {
        SortedMap<String, String> bases = new TreeMap<>();
        for (ProjectRepo repo : task.repos()) {
            Branch branch = ownBranch(tx, task, repo).orElseGet(() -> {
                Branch from =
                        sources.branch(tx, repo.repoFullName(), repo.branch()).orElseThrow();
                return sources.createBranch(tx, repo.repoFullName(), task.branch(), from.head());
            });
            bases.put(repo.repoFullName(), branch.head());
        }
        return bases;
    }

    /** Whether the task's branch has a commit of its own. */
    boolean hasCommits(View view, Task task) {
        return task.repos().stream().anyMatch(repo -> sources.hasOwnCommits(view, repo.repoFullName(), task.branch()));
    }

    private Optional<Branch> ownBranch(View view, Task task, ProjectRepo repo) {
        return sources.branch(view, repo.repoFullName(), task.branch());
    }

    /** Does the current step, or what is left of it once its wait is over. */
    Deed act(Tx tx, Task task, Jam jam) {
        BuildStep step = jam.current();
        boolean waited = jam.entry() != 0;
        if (!waited && !(step instanceof BuildStep.Run) && !(step instanceof BuildStep.Say)) {
            return new Deed(jam, duration(tx, task, step), null);
        }
        if (step instanceof BuildStep.Run run) {
            return waited ? ranCommand(tx, jam) : startCommand(tx, task, jam, run);
        } else if (step instanceof BuildStep.Append append) {
            return append(tx, task, jam, append);
        } else if (step instanceof BuildStep.Write write) {
            return write(tx, task, jam, fill(task, jam, write.path()), fill(task, jam, write.text()));
        } else if (step instanceof BuildStep.Commit commit) {
            return commit(tx, task, jam, fill(task, jam, commit.message()));
        } else if (step instanceof BuildStep.Say say) {
            return done(jam.saying(fill(task, jam, say.text())));
        }
        tx.emit(TokensUsed.turn(jam.id(), task.effort(), jam.prompt(), tx.random()));
        return done(jam);
    }

    private Duration duration(Tx tx, Task task, BuildStep step) {
        if (step instanceof BuildStep.Think think) {
            Duration exact = think.duration();
            return exact != null ? exact : tx.jitter(task.effort().scale(latencies.turn()));
        }
        return tx.jitter(step instanceof BuildStep.Commit ? latencies.commit() : latencies.edit());
    }

    private static Deed done(Jam jam) {
        return new Deed(jam.stepped(), null, null);
    }

    private Deed startCommand(Tx tx, Task task, Jam jam, BuildStep.Run run) {
        Command command =
                new Command(fill(task, jam, run.command()), home(task), jam.environment(), Command.DEFAULT_TIMEOUT);
        Execution execution = hypervisor.start(tx, jam.machine(), command);
        return new Deed(jam.waitingFor(execution.id(), 0), execution.duration(), null);
    }

    /** An agent reads how its command ended, and goes on whatever that was. */
    private Deed ranCommand(Tx tx, Jam jam) {
        Outcome outcome = hypervisor.finish(tx, Objects.requireNonNull(jam.executionId()));
        return done(outcome.succeeded() ? jam : jam.saying("A command ended with exit code " + outcome.exitCode()));
    }

    private Deed append(Tx tx, Task task, Jam jam, BuildStep.Append append) {
        FileTree disk = hypervisor.disk(tx, jam.machine());
        Optional<String> path =
                append.path() == null ? likeliest(disk, home(task)) : Optional.of(fill(task, jam, append.path()));
        Optional<FileNode> file = path.flatMap(found -> disk.file(home(task) + "/" + found));
        if (path.isEmpty()) {
            return done(jam);
        } else if (file.isEmpty()) {
            return new Deed(jam, null, "there is no file " + path.get() + " to edit");
        }
        Content text = file.get().content().append(Content.of(fill(task, jam, append.text())));
        hypervisor.write(
                tx, jam.machine(), home(task) + "/" + path.get(), file.get().with(text));
        return done(jam);
    }

    /** The README, or else the first text file there is; none where there is none. */
    private static Optional<String> likeliest(FileTree disk, String home) {
        SortedMap<String, FileNode> files =
                disk.directory(home).map(here -> new FileTree(here).files()).orElseGet(TreeMap::new);
        files.values().removeIf(file -> file.content().isBinary());
        return files.containsKey(README)
                ? Optional.of(README)
                : files.keySet().stream().findFirst();
    }

    private Deed write(Tx tx, Task task, Jam jam, String path, String text) {
        FileTree disk = hypervisor.disk(tx, jam.machine());
        String full = home(task) + "/" + path;
        Optional<String> obstacle = WorkingTree.obstacle(disk, full);
        if (obstacle.isPresent()) {
            return new Deed(jam, null, "cannot write " + path + ": " + obstacle.get());
        }
        FileNode file =
                disk.file(full).map(present -> present.with(Content.of(text))).orElse(FileNode.of(text));
        hypervisor.write(tx, jam.machine(), full, file);
        return done(jam);
    }

    private Deed commit(Tx tx, Task task, Jam jam, String message) {
        FileTree disk = hypervisor.disk(tx, jam.machine());
        GitSignature author = new GitSignature(NAME, EMAIL, tx.now());
        for (ProjectRepo repo : task.repos()) {
            FileTree tree = WorkingTree.of(disk, repo);
            if (!tree.equals(sources.head(tx, repo.repoFullName(), task.branch())
                    .orElseThrow()
                    .tree())) {
                sources.commit(tx, repo.repoFullName(), task.branch(), tree, author, message);
            }
        }
        return done(jam);
    }

    private static String home(Task task) {
        return task.repos().isEmpty() ? "/home" : "/home/" + task.repos().get(0).name();
    }

    private static String fill(Task task, Jam jam, String text) {
        return Template.fill(
                text, Map.of("title", task.title(), "prompt", jam.prompt(), "identifier", task.identifier()));
    }
}
