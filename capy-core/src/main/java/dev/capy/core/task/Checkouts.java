package dev.capy.core.task;

import dev.capy.core.files.FileTree;
import dev.capy.core.kernel.Tx;
import dev.capy.core.kernel.View;
import dev.capy.core.project.ProjectRepo;
import dev.capy.core.source.Branch;
import dev.capy.core.source.Sources;
import dev.capy.core.source.diff.TreeDiff;
import dev.capy.core.source.git.GitSignature;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The branches of tasks, and what their runs commit to them. Stateless. */
final class Checkouts {

    private static final String NAME = "capy-ai[bot]";
    private static final String EMAIL = "capy-ai[bot]@users.noreply.github.com";

    private final Sources sources;

    Checkouts(Sources sources) {
        this.sources = sources;
    }

    /** Where a run of the task checks its repositories out: its own branch once there is one. */
    List<ProjectRepo> of(View view, Task task) {
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

    private Optional<Branch> ownBranch(View view, Task task, ProjectRepo repo) {
        return sources.branch(view, repo.repoFullName(), task.branch());
    }

    /** Whether the task's branch has a commit of its own. */
    boolean haveCommits(View view, Task task) {
        return task.repos().stream().anyMatch(repo -> sources.hasOwnCommits(view, repo.repoFullName(), task.branch()));
    }

    /** Commits what differs on a machine's disk and is not ignored, in each repository where something does. */
    void commit(Tx tx, Task task, FileTree disk, String message) {
        GitSignature author = new GitSignature(NAME, EMAIL, tx.now());
        for (ProjectRepo repo : task.repos()) {
            FileTree head = sources.head(tx, repo.repoFullName(), task.branch())
                    .orElseThrow()
                    .tree();
            FileTree tree = WorkingTree.committable(disk, repo, head);
            if (!TreeDiff.between(head, tree).isEmpty()) {
                sources.commit(tx, repo.repoFullName(), task.branch(), tree, author, message);
            }
        }
    }
}
